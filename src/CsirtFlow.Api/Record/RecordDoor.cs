using CsirtFlow.Api.Recovery;

namespace CsirtFlow.Api.Record;

/// <summary>記録の保全: who signs, links and verifies.</summary>
public static class RecordDoor
{
    public static void AddRecord(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RecordOptions>().BindConfiguration("Record");
        builder.Services.AddSingleton(new EventSigner((builder.Configuration.GetSection("Record").Get<RecordOptions>() ?? new()).Key()));
        builder.Services.AddSingleton<RecordChain>();
        builder.Services.AddSingleton<RecordCheck>();
        builder.Services.AddScoped<RecordDesk>();
        builder.Services.AddSingleton<AfterRestore>();
        builder.Services.AddHostedService<RecordWatch>();
    }
}
