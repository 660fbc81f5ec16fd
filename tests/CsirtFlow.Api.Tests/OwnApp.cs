namespace CsirtFlow.Api.Tests;

/// <summary>A service of its own for one test class, which may move the clock and count everything.</summary>
public class OwnApp : IAsyncDisposable
{
    private readonly Lock gate = new();
    private Task<App>? app;

    public Task<App> Started(AppFixture fixture)
    {
        lock (gate) return app ??= Start(fixture);
    }

    protected virtual Task<App> Start(AppFixture fixture) => fixture.Own();

    // One that runs on takes a part of the machine from the tests that follow.
    public async ValueTask DisposeAsync()
    {
        if (app is not null) await (await app).DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
