namespace CsirtFlow.Api.Tests;

/// <summary>A service of its own for one test class, which may move the clock and count everything.</summary>
public sealed class OwnApp
{
    private readonly Lock gate = new();
    private Task<App>? app;

    public Task<App> Started(AppFixture fixture)
    {
        lock (gate) return app ??= fixture.Own();
    }
}
