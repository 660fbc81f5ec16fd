using CsirtFlow.Api.Tests;

namespace CsirtFlow.Browser.Tests;

/// <summary>What the tests of the start page share. It shows the most urgent of what waits, so each test has a service in which nobody else reports.</summary>
public abstract class StartPage(BrowserFixture fixture) : IAsyncLifetime
{
    protected BrowserFixture Fixture => fixture;

    protected App Home { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Home = await Fixture.Own();

    public async ValueTask DisposeAsync()
    {
        await Home.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<string> Reported(string? by = null, string impact = "None") => Fixture.Reported(by, Home, impact);

    protected Task<string> Opened(params (string Path, object Body)[] next) => Fixture.Incident(Home, next);

    protected Task<Window> As(string person, int width = 1280, bool scripts = false) => Fixture.As(person, width, scripts, Home);
}
