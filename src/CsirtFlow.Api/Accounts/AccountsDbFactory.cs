using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CsirtFlow.Api.Accounts;

/// <summary>For the design tool alone, which writes migrations without a database.</summary>
internal sealed class AccountsDbFactory : IDesignTimeDbContextFactory<AccountsDb>
{
    public AccountsDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<AccountsDb>().UseNpgsql("Host=127.0.0.1", AccountsSetup.Npgsql).Options);
}
