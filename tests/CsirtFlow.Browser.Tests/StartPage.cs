using CsirtFlow.Api.Tests;

namespace CsirtFlow.Browser.Tests;

/// <summary>What the tests of the start page share.</summary>
/// <typeparam name="TTests">The class of tests: each has a service of its own.</typeparam>
public abstract class StartPage<TTests>(BrowserFixture fixture)
{
    // The start page shows the most urgent of each kind: a service in which no other class reports.
    private static App? home;

    protected BrowserFixture Fixture => fixture;

    protected async Task<App> Home() => home ??= await Fixture.Own();

    protected async Task<string> Reported(string? by = null, string impact = "None") => await Fixture.Reported(by, await Home(), impact);

    protected async Task<string> Opened(params (string Path, object Body)[] next) => await Fixture.Incident(await Home(), next);

    protected async Task<Window> As(string person, int width = 1280, bool scripts = false) => await Fixture.As(person, width, scripts, await Home());
}
