using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using Npgsql;

namespace CsirtFlow.Api.Reports;

/// <summary>Gives out 受付番号: unique, in order, never used again.</summary>
/// <remarks>
/// The counter commits on its own and without waiting for the disk: the write-ahead log is sequential, so a report that is durable has
/// its counter durable before it. A number whose report could not be stored stays unused and is logged.
/// </remarks>
public sealed class ReceiptNumbers(IConfiguration configuration) : IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(EventStore.Prepared(configuration)) { Options = "-c synchronous_commit=off", MaxPoolSize = 8 });

    public async Task<string> Next(string tenant, bool drill, DateTimeOffset now, CancellationToken cancellation)
    {
        var year = FiscalYear.Of(now);
        await using var command = source.CreateCommand(
            $"""
             insert into {EventStore.Schema}.receipt_counter (tenant_id, fiscal_year, last) values ($1, $2, 1)
             on conflict (tenant_id, fiscal_year) do update set last = receipt_counter.last + 1 returning last
             """);
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = year.Year });
        return ReceiptNumber.Of(year, (int)(await command.ExecuteScalarAsync(cancellation))!, drill);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
