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

    /// <summary>検査の結果 of an <see cref="EvidenceFile"/>; no row for one that was not scanned.</summary>
    public static Table EvidenceScan(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "evidence_scan", SchemaUtils.IdentifierUsage.General));
        foreach (var name in new[] { "tenant_id", "sha256" }) table.AddColumn<string>(name).AsPrimaryKey();
        foreach (var name in new[] { "stream", "outcome", "name", "engine" }) table.AddColumn<string>(name).NotNull();
        table.AddColumn("scanned_at", "timestamp with time zone").NotNull();
        table.Indexes.Add(new IndexDefinition("evidence_scan_found") { Columns = ["tenant_id", "scanned_at"], Predicate = "outcome = 'Found'" });
        return table;
    }

    /// <summary>個人情報の鍵: what events say of a person opens with the key of its subject, wrapped here until it is destroyed (<see cref="PersonalData.SubjectKeys"/>).</summary>
    public static Table SubjectKey(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "subject_key", SchemaUtils.IdentifierUsage.General));
        foreach (var name in new[] { "tenant_id", "subject" }) table.AddColumn<string>(name).AsPrimaryKey();
        table.AddColumn("wrapped", "bytea").NotNull();
        return table;
    }

    /// <summary>本人の名簿: the key of each list, wrapped. Apart from what it opens, so that a backup can leave it out (docs/operations.md).</summary>
    public static Table PersonListKey(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "person_list_key", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("tenant_id").AsPrimaryKey();
        table.AddColumn<string>("list").AsPrimaryKey();
        table.AddColumn("wrapped", "bytea").NotNull();
        return table;
    }

    /// <summary>本人の名簿: the persons, encrypted (<see cref="PersonalData.PersonalSeal"/>).</summary>
    public static Table PersonListContent(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "person_list_content", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("tenant_id").AsPrimaryKey();
        table.AddColumn<string>("list").AsPrimaryKey();
        table.AddColumn("content", "bytea").NotNull();
        table.AddColumn("stored_at", "timestamp with time zone").NotNull();
        return table;
    }

    /// <summary>What the queue is searched and sorted by, and what 統計 counts (<see cref="Board.CaseLine"/>).</summary>
    public static Table CaseLine(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "case_line", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("tenant_id").AsPrimaryKey();
        table.AddColumn<string>("number").AsPrimaryKey();
        table.AddColumn<bool>("done").NotNull();
        table.AddColumn<int>("rank").NotNull();
        table.AddColumn("next_due", "timestamp with time zone");
        table.AddColumn("reported_at", "timestamp with time zone").NotNull();
        foreach (var name in new[] { "audience", "owners", "kinds", "grams", "duty_keys" }) table.AddColumn(name, "text[]").NotNull();
        table.AddColumn<string>("section_id");
        table.AddColumn<string>("words").NotNull();
        table.AddColumn<bool>("incident").NotNull();
        table.AddColumn<int>("severity");
        table.AddColumn<int>("fiscal_year").NotNull();
        table.AddColumn<int>("month").NotNull();
        foreach (var name in new[] { "duty_seconds", "duty_limits" }) table.AddColumn(name, "integer[]").NotNull();
        table.AddColumn("duty_dues", "timestamp with time zone[]").NotNull();
        foreach (var name in new[] { "measure_dues", "measure_dones" }) table.AddColumn(name, "date[]").NotNull();
        // Null in rows that an earlier version has written; rebuild-queue makes them anew.
        table.AddColumn("readers", "text[]");
        table.AddColumn<string>("heading");

        // The order of the queue; the sort order of an index is that of its last column.
        table.Indexes.Add(new IndexDefinition("case_line_queue") { Columns = ["tenant_id", "done", "rank", "next_due", "reported_at"], SortOrder = SortOrder.Desc });
        table.Indexes.Add(new IndexDefinition("case_line_year") { Columns = ["tenant_id", "fiscal_year", "month"] });
        table.Indexes.Add(new IndexDefinition("case_line_newest") { Columns = ["tenant_id", "reported_at"], SortOrder = SortOrder.Desc });
        table.Indexes.Add(new IndexDefinition("case_line_owners") { Columns = ["owners"], Method = IndexMethod.gin });
        table.Indexes.Add(new IndexDefinition("case_line_audience") { Columns = ["audience"], Method = IndexMethod.gin });
        table.Indexes.Add(new IndexDefinition("case_line_grams") { Columns = ["grams"], Method = IndexMethod.gin });
        return table;
    }

    /// <summary>通知: one row a notice, kept by <see cref="Notices.NoticeRows"/>.</summary>
    public static Table Notice(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "notice", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("tenant_id").AsPrimaryKey();
        table.AddColumn<string>("id").AsPrimaryKey();
        foreach (var name in new[] { "stream", "number", "person_id" }) table.AddColumn<string>(name).NotNull();
        table.AddColumn("queued_at", "timestamp with time zone").NotNull();
        table.AddColumn<bool>("pending").NotNull();
        table.AddColumn("data", "jsonb").NotNull();
        // Null in rows that an earlier version has written, whose mails bear no token.
        table.AddColumn<string>("mail_hash");

        table.Indexes.Add(new IndexDefinition("notice_mail") { Columns = ["tenant_id", "mail_hash"] });
        table.Indexes.Add(new IndexDefinition("notice_number") { Columns = ["tenant_id", "number"] });
        table.Indexes.Add(new IndexDefinition("notice_person") { Columns = ["tenant_id", "person_id", "queued_at"] });
        table.Indexes.Add(new IndexDefinition("notice_newest") { Columns = ["tenant_id", "queued_at"] });
        table.Indexes.Add(new IndexDefinition("notice_pending") { Columns = ["tenant_id", "queued_at"], Predicate = "pending" });
        return table;
    }

    /// <summary>受信箱: which places of a mailbox have been stored (<see cref="EvidenceFile"/>) and dealt with.</summary>
    public static Table IncomingMailPlace(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "incoming_mail_place", SchemaUtils.IdentifierUsage.General));
        foreach (var name in new[] { "tenant_id", "mailbox" }) table.AddColumn<string>(name).AsPrimaryKey();
        foreach (var name in new[] { "uid_validity", "uid" }) table.AddColumn<long>(name).AsPrimaryKey();
        table.AddColumn<string>("sha256").NotNull();
        table.AddColumn("stored_at", "timestamp with time zone").NotNull();
        table.AddColumn("done_at", "timestamp with time zone");
        table.AddColumn<bool>("old").NotNull();
        table.Indexes.Add(new IndexDefinition("incoming_mail_left") { Columns = ["tenant_id", "mailbox", "stored_at"], Predicate = "done_at is null" });
        return table;
    }

    /// <summary>受信箱の状態 (<see cref="Mail.MailboxState"/>).</summary>
    public static Table MailboxState(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "mailbox_state", SchemaUtils.IdentifierUsage.General));
        foreach (var name in new[] { "tenant_id", "mailbox" }) table.AddColumn<string>(name).AsPrimaryKey();
        table.AddColumn("begun_at", "timestamp with time zone");
        table.AddColumn("contacted_at", "timestamp with time zone");
        table.AddColumn<string>("problem").NotNull();
        table.AddColumn("problem_since", "timestamp with time zone");
        return table;
    }

    /// <summary>The key of <see cref="Mail.ReplyTokens"/>.</summary>
    public static Table ReplyKey(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "reply_key", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("tenant_id").AsPrimaryKey();
        table.AddColumn("key", "bytea").NotNull();
        return table;
    }

    /// <summary>連鎖 (<see cref="Domain.RecordLink"/>), over all organisations.</summary>
    public static Table RecordLink(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "record_link", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<long>("position").AsPrimaryKey();
        table.AddColumn<long>("sequence").NotNull();
        table.AddColumn<Guid>("event_id").NotNull();
        foreach (var name in new[] { "organisation", "stream" }) table.AddColumn<string>(name).NotNull();
        foreach (var name in new[] { "event_hash", "hash" }) table.AddColumn(name, "bytea").NotNull();
        table.AddColumn<string>("signature");
        return table;
    }

    /// <summary>Which versions of all this <c>migrate</c> has brought to the end (<see cref="Operations.SchemaVersion"/>).</summary>
    public static Table SchemaVersion(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "schema_version", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("fingerprint").AsPrimaryKey();
        table.AddColumn("applied_at", "timestamp with time zone").NotNull();
        return table;
    }

    /// <summary>How often the rows of a month have changed: what 統計 has counted once need not be counted again.</summary>
    public static Table CaseMonth(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "case_month", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("tenant_id").AsPrimaryKey();
        table.AddColumn<int>("fiscal_year").AsPrimaryKey();
        table.AddColumn<int>("month").AsPrimaryKey();
        table.AddColumn<long>("version").NotNull();
        return table;
    }
}
