using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace CsirtFlow.Api.Accounts;

/// <summary>A recovery code of an account that was not used yet, as its hash: eighty random bits need no slow one.</summary>
public sealed class RecoveryCode
{
    public Guid AccountId { get; set; }

    public byte[] Hash { get; set; } = [];
}

/// <summary>回復用コード: for the day on which the telephone is gone. Each opens once.</summary>
public sealed class RecoveryCodes(AccountsDb database)
{
    public const int Count = 10;

    /// <summary>Signs of a code without its hyphens.</summary>
    public const int Length = 16;

    /// <summary>New ones instead of all that there were; they can be read here and never again.</summary>
    public async Task<IReadOnlyList<string>> Renew(Guid account)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(Length * 5 / 8))).ToList();
        await using var together = await database.Database.BeginTransactionAsync();
        await Of(account).ExecuteDeleteAsync();
        database.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCode { AccountId = account, Hash = Hash(c) }));
        await database.SaveChangesAsync();
        await together.CommitAsync();
        return [.. codes.Select(c => InGroups(c))];
    }

    // Deleting is the test: of two who come with the same code at once, one finds it gone.
    public async Task<bool> Use(Guid account, string code)
    {
        var hash = Hash(code);
        return await Of(account).Where(c => c.Hash == hash).ExecuteDeleteAsync() == 1;
    }

    public Task<int> Left(Guid account) => Of(account).CountAsync();

    public Task Drop(Guid account) => Of(account).ExecuteDeleteAsync();

    /// <summary>In groups of four, as people copy it.</summary>
    public static string InGroups(string text, string between = "-") => string.Join(between, text.Chunk(4).Select(c => new string(c)));

    private IQueryable<RecoveryCode> Of(Guid account) => database.RecoveryCodes.Where(c => c.AccountId == account);

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
