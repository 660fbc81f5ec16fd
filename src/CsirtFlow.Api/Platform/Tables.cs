using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace CsirtFlow.Api.Platform;

/// <summary>Tables beside Marten's, created and compared by the same migration.</summary>
internal static class Tables
{
    /// <summary>受付番号: last number given out, per organisation and fiscal year.</summary>
    public static Table ReceiptCounter(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "receipt_counter", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("tenant_id").AsPrimaryKey();
        table.AddColumn<int>("fiscal_year").AsPrimaryKey();
        table.AddColumn<int>("last").NotNull();
        return table;
    }

    /// <summary>証拠ファイル: bytes under the hash of the stored bytes.</summary>
    public static Table EvidenceFile(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "evidence_file", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("tenant_id").AsPrimaryKey();
        table.AddColumn<string>("sha256").AsPrimaryKey();
        table.AddColumn("content", "bytea").NotNull();
        table.AddColumn("stored_at", "timestamp with time zone").NotNull();
        return table;
    }
}
