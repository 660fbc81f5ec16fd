using CsirtFlow.Api.Recovery;

namespace CsirtFlow.Api.Record;

/// <summary>記録の保全: who signs, links and verifies.</summary>
public static class RecordDoor
{
    public static void AddRecord(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RecordOptions>().BindConfiguration("Record");
        var options = builder.Configuration.GetSection("Record").Get<RecordOptions>() ?? new();
        builder.Services.AddSingleton(new EventSigner(options.Key(), options.Former()));
        builder.Services.AddSingleton<RecordChain>();
        builder.Services.AddSingleton<TimestampAuthority>();
        builder.Services.AddSingleton<RecordCheck>();
        builder.Services.AddScoped<RecordDesk>();
        builder.Services.AddSingleton<AfterRestore>();
        builder.Services.AddHostedService<RecordWatch>();
    }
}
