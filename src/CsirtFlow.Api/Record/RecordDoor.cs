using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Recovery;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Npgsql;
using Wolverine;

namespace CsirtFlow.Api.Record;

/// <summary>記録の保全: who signs, links and verifies.</summary>
public static class RecordDoor
{
    public static void AddRecord(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RecordOptions>().BindConfiguration("Record");
        var key = (builder.Configuration.GetSection("Record").Get<RecordOptions>() ?? new()).Key();
        builder.Services.AddSingleton(new EventSigner(key));
        builder.Services.AddSingleton(s => new RecordChain(s.GetRequiredService<NpgsqlDataSource>(), key));
        builder.Services.AddSingleton(s => new RecordCheck(s.GetRequiredService<NpgsqlDataSource>(), s.GetRequiredService<RecordChain>(), key, s.GetRequiredService<Sessions>(), s.GetRequiredService<IDocumentStore>(), s.GetRequiredService<TimeProvider>()));
        builder.Services.AddScoped(s => new RecordDesk(s.GetRequiredService<NpgsqlDataSource>(), s.GetRequiredService<Sessions>(), s.GetRequiredService<OrganisationDirectory>(), s.GetRequiredService<CaseReader>(), key, s.GetRequiredService<IMessageBus>(), s.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<AfterRestore>();
        builder.Services.AddHostedService<RecordWatch>();
    }
}
