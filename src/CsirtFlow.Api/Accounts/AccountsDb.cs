using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CsirtFlow.Api.Accounts;

/// <summary>An account: lets one person of one organisation sign in. What the person may do follows from the offices held, not from the account.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Tenant id.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>Id in the organisation's list of people.</summary>
    public string PersonId { get; set; } = "";

    /// <summary>最初のログイン時の変更 (33-3-6, 35-5-2): nothing else works before the password has been changed.</summary>
    public bool MustChangePassword { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    public DateTimeOffset? PreviousSignInAt { get; set; }

    /// <summary>Wrong passwords since <see cref="LastSignInAt"/>.</summary>
    public int WrongSinceSignIn { get; set; }

    /// <summary>Wrong passwords between the last two sign-ins: the holder is told of them.</summary>
    public int WrongBeforeSignIn { get; set; }

    /// <summary>Names are unique within an organisation.</summary>
    public static string NameIn(string organisation, string name) => $"{organisation}/{name.Trim()}";
}

/// <summary>Accounts and the key ring of cookies, in the schema <c>auth</c> of the same database.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public const string Schema = "auth";

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<AccountSession> Sessions => Set<AccountSession>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<UsedCode> UsedCodes => Set<UsedCode>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);
        builder.Entity<Account>(a =>
        {
            a.ToTable("account");
            a.Property(x => x.Organisation).HasMaxLength(100);
            a.Property(x => x.PersonId).HasMaxLength(100);
            a.HasIndex(x => new { x.Organisation, x.PersonId });
        });
        builder.Entity<AccountSession>(s =>
        {
            s.ToTable("session");
            s.Property(x => x.Id).HasColumnName("id").ValueGeneratedNever();
            s.Property(x => x.AccountId).HasColumnName("account_id");
            s.Property(x => x.CreatedAt).HasColumnName("created_at");
            s.Property(x => x.LastUsedAt).HasColumnName("last_used_at");
            s.Property(x => x.ProvedAt).HasColumnName("proved_at");
            s.Property(x => x.Address).HasColumnName("address").HasMaxLength(100);
            s.Property(x => x.Browser).HasColumnName("browser").HasMaxLength(100);
            s.Property(x => x.ProviderGroups).HasColumnName("provider_groups");
            s.Property(x => x.ProviderSecondFactor).HasColumnName("provider_second_factor");
            s.Property(x => x.ProviderAt).HasColumnName("provider_at");
            s.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        // As Identity has it since its third schema, whose other changes are not wanted.
        builder.Entity<IdentityUserPasskey<Guid>>(p =>
        {
            p.ToTable("passkey");
            p.HasKey(x => x.CredentialId);
            p.Property(x => x.CredentialId).HasMaxLength(1024);
            p.OwnsOne(x => x.Data).ToJson();
            p.HasOne<Account>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<RecoveryCode>(c =>
        {
            c.ToTable("recovery_code");
            c.Property(x => x.AccountId).HasColumnName("account_id");
            c.Property(x => x.Hash).HasColumnName("hash");
            c.HasKey(x => new { x.AccountId, x.Hash });
            c.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ApiToken>(t =>
        {
            t.ToTable("api_token");
            t.Property(x => x.Id).HasColumnName("id").ValueGeneratedNever();
            t.Property(x => x.AccountId).HasColumnName("account_id");
            t.Property(x => x.Name).HasColumnName("name").HasMaxLength(100);
            t.Property(x => x.Hash).HasColumnName("hash");
            t.Property(x => x.MayWrite).HasColumnName("may_write");
            t.Property(x => x.CreatedAt).HasColumnName("created_at");
            t.Property(x => x.ExpiresAt).HasColumnName("expires_at");
            t.HasIndex(x => x.Hash).IsUnique();
            t.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<UsedCode>(c =>
        {
            c.ToTable("used_code");
            c.Property(x => x.AccountId).HasColumnName("account_id");
            c.Property(x => x.Step).HasColumnName("step");
            c.HasKey(x => new { x.AccountId, x.Step });
            c.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
