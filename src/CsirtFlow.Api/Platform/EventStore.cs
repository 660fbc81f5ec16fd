using CsirtFlow.Api.Access;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Duties;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Operations;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Record;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web.Live;
using CsirtFlow.Domain;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Services;
using Npgsql;
using Weasel.Core;
using Wolverine.Marten;

namespace CsirtFlow.Api.Platform;

/// <summary>The event store: Marten on PostgreSQL, one stream a report, an incident, a document, a list of persons, a revised form, a mail that came in and the notices of a case, the organisation as tenant.</summary>
public static class EventStore
{
    public const string Schema = "csirt";
    public const string MessageSchema = "wolverine";
    public const string ConnectionName = "csirtflow";

    public static void AddEventStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddNpgsqlDataSource(Prepared(builder.Configuration));
        builder.Services.AddSingleton<SchemaVersion>();
        builder.Services.AddSingleton<ReceiptNumbers>();
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddSingleton<OrganisationDirectory>();
        builder.Services.AddSingleton<FormDirectory>();
        builder.Services.AddSingleton<NoticeList>();
        builder.Services.AddSingleton<CaseChanges>();

        builder.Services.AddMarten(services => Options(services))
            .UseNpgsqlDataSource()
            .IntegrateWithWolverine(w =>
            {
                w.MessageStorageSchemaName = MessageSchema;
                w.UseWolverineManagedEventSubscriptionDistribution = true;
            })
            .SubscribeToEventsWithServices<NoticeSubscription>(ServiceLifetime.Singleton);
    }

    /// <summary>Statements are prepared after their second use: half of PostgreSQL's work on a report was parsing (docs/decisions/0005).</summary>
    public static string Prepared(IConfiguration configuration)
    {
        var connection = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(ConnectionName)
            ?? throw new InvalidOperationException("No database is configured: set ConnectionStrings__csirtflow."))
        {
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            ApplicationName = "csirtflow",
        };
        if (Operate.KeepsSchema) return connection.ConnectionString;

        // A migration takes as long as it takes; but while it waits for a table everybody waits behind it, and one that is killed must not go on when the table is free.
        connection.CommandTimeout = 0;
        connection.Options = $"-c client_connection_check_interval=1s -c lock_timeout=30s {connection.Options}".TrimEnd();
        return connection.ConnectionString;
    }

    private static StoreOptions Options(IServiceProvider services)
    {
        var o = new StoreOptions { DatabaseSchemaName = Schema };
        o.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase);
        o.Events.StreamIdentity = StreamIdentity.AsString;
        o.Events.TenancyStyle = TenancyStyle.Conjoined;
        o.Policies.AllDocumentsAreMultiTenanted();
        o.Events.TimeProvider = services.GetRequiredService<TimeProvider>();
        o.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        o.Events.UseMandatoryStreamTypeDeclaration = true;
        o.Events.UseListenNotifyForEventAppends = true;
        o.Events.AutoDiscoverTagTypes = false;
        o.Events.MetadataConfig.CorrelationIdEnabled = true;
        o.Events.MetadataConfig.CausationIdEnabled = true;
        o.Events.MetadataConfig.HeadersEnabled = true;
        o.Events.MetadataConfig.UserNameEnabled = true;
        o.Events.AddEventTypes(EventTypes);
        EarlierEvents.Read(o);
        o.Listeners.Add(new OnlyDomainEvents());
        o.Listeners.Add(services.GetRequiredService<EventSigner>());
        o.Listeners.Add(services.GetRequiredService<EventMeter>());

        o.Projections.Add(new ReportProjection(), ProjectionLifecycle.Inline);
        o.Projections.Add(new IncidentProjection(), ProjectionLifecycle.Inline);
        o.Projections.Add(new DocumentProjection(), ProjectionLifecycle.Inline);
        o.Projections.Add(new PersonListProjection(), ProjectionLifecycle.Inline);
        o.Projections.Add(new FormProjection(), ProjectionLifecycle.Inline);
        o.Projections.Add(new MailProjection(), ProjectionLifecycle.Inline);
        o.Projections.Add(new RetentionProjection(), ProjectionLifecycle.Inline);
        o.Projections.Add(new RecordProjection(), ProjectionLifecycle.Inline);
        o.Projections.Add(new NoticeRows(services.GetRequiredService<NoticeList>()), ProjectionLifecycle.Inline, "NoticeRows");
        o.Projections.Add(new OrganisationProjection(), ProjectionLifecycle.Inline);
        o.Projections.Add(new AccessRows(), ProjectionLifecycle.Inline, "AccessRows");
        o.Projections.Add(new RestrictedRows(), ProjectionLifecycle.Inline, "RestrictedRows");
        o.Projections.Add(new CaseBoard(services.GetRequiredService<TimeProvider>()), ProjectionLifecycle.Async, "CaseBoard");
        o.Projections.AsyncListeners.Add(services.GetRequiredService<CaseChanges>());
        // An event that a projection cannot apply stops it, and health says so; nothing is skipped in silence.
        o.Projections.Errors.SkipApplyErrors = false;
        o.Projections.Errors.SkipUnknownEvents = false;
        o.Projections.Errors.SkipSerializationErrors = false;

        o.Schema.For<Submission>().Index(x => x.Secret).Index(x => x.Number);
        o.Schema.For<CaseDocument>().Index(x => x.Number).Index(x => x.Stage).Index(x => x.AwaitsReview);
        o.Schema.For<PersonList>().Index(x => x.Number).Index(x => x.Stage);
        o.Schema.For<IncomingMail>().Index(x => x.Standing).Index(x => x.Fingerprint).Index(x => x.ReceivedAt);
        o.RegisterDocumentType<Case>();
        o.RegisterDocumentType<CommandReceipt>();
        o.RegisterDocumentType<DutyAlarm>();
        o.Storage.ExtendedSchemaObjects.Add(Tables.ReceiptCounter(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.EvidenceFile(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.EvidenceScan(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.SubjectKey(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.PersonListKey(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.PersonListContent(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.Notice(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.IncomingMailPlace(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.MailboxState(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.ReplyKey(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.CaseLine(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.CaseMonth(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.RecordLink(Schema));
        o.Storage.ExtendedSchemaObjects.Add(AccessRows.Table(Schema));
        o.Storage.ExtendedSchemaObjects.Add(Tables.SchemaVersion(Schema));

        o.AutoCreateSchemaObjects = Operate.KeepsSchema ? AutoCreate.None : AutoCreate.CreateOrUpdate;
        return o;
    }

    public static IEnumerable<Type> EventTypes { get; } =
        [.. typeof(CaseEvent).Assembly.GetTypes().Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(CaseEvent)) || t.IsSubclassOf(typeof(NoticeEvent)) || t == typeof(OrganisationRevised) || t == typeof(SecondFactorReset) || t == typeof(MatterViewed)))];
}
