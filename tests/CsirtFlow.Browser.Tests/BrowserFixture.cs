using System.Collections.Concurrent;
using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Tests;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CsirtFlow.Browser.Tests.BrowserFixture))]
// A browser test waits for its pages a third of its time: three keep two processors busy.
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]

namespace CsirtFlow.Browser.Tests;

/// <summary>One Chromium and one service on a real port for the assembly.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    public static bool Pictures { get; } = Environment.GetEnvironmentVariable("CSIRTFLOW_PICTURES") == "1";

    // Every new window would load the font of the pages anew, which is for the eye.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", .. Pictures ? [] : new[] { "--disable-remote-fonts" }];

    private static readonly string[] Installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private readonly AppFixture apps = new();
    private readonly ConcurrentDictionary<App, bool> started = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The service that tests share.</summary>
    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // On a busy machine a page is late and not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        await apps.InitializeAsync();
        App = await Own();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CSIRTFLOW_CHROMIUM") is { Length: > 0 } path ? path : Installed.FirstOrDefault(File.Exists) ?? Installed[0],
            Args = Arguments,
        });
    }

    /// <summary>A service of its own on a real port.</summary>
    public async Task<App> Own(params (string Name, string Value)[] settings)
    {
        var app = new App(await apps.Database(), new FakeTimeProvider(AppFixture.Start), apps.Folder(), [("Limits:StatusLookupsPerTenMinutes", "100000"), .. settings]);
        app.UseKestrel(0);
        app.StartServer();
        app.Ended = () => started.TryRemove(app, out _);
        started.TryAdd(app, true);
        return app;
    }

    /// <summary>A new window without cookies. Scripts are off, because no page needs one; <paramref name="scripts"/> lets axe look at the page.</summary>
    public async Task<Window> Open(int width = 1280, bool scripts = false, App? app = null)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = (app ?? App).ClientOptions.BaseAddress.ToString(),
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(30_000);
        return new Window(await context.NewPageAsync(), app ?? App);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        foreach (var app in started.Keys) await app.DisposeAsync();
        await apps.DisposeAsync();
    }
}

/// <summary>A browser window that remembers every complaint of the browser, above all about the Content-Security-Policy.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    private readonly App app;

    public Window(IPage page, App app)
    {
        this.app = app;
        Page = page;
        page.Console += (_, m) =>
        {
            if (m.Type is "error" or "warning" && !m.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal) && !m.Text.Contains("status of 503", StringComparison.Ordinal)) complaints.Add(m.Text);
        };
        page.PageError += (_, e) => complaints.Add(e);
    }

    public IPage Page { get; }

    /// <summary>Sentences of the error summary, from top to bottom.</summary>
    public Task<IReadOnlyList<string>> Errors() => Page.Locator(".summary li").AllInnerTextsAsync();

    /// <summary>Presses the button, waits until the page that follows has taken the place of this one, and gives its status.</summary>
    /// <param name="within">Selector of the part of the page where the button is.</param>
    public async Task<int> Press(string button, string within = "body")
    {
        var before = Page.WaitForResponseAsync(r => r.Request.IsNavigationRequest && r.Status is < 300 or >= 400);
        await Follow(Page.Locator(within).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
        return (await before).Status;
    }

    /// <summary>Presses a button or follows a link, and waits until the page that follows stands. An answer has come before that: what is typed then goes into the old page.</summary>
    public async Task Follow(ILocator way)
    {
        var (there, loaded) = (new TaskCompletionSource(), new TaskCompletionSource());
        void Committed(object? sender, IFrame frame)
        {
            if (frame == Page.MainFrame) there.TrySetResult();
        }
        void Loaded(object? sender, IPage page)
        {
            if (there.Task.IsCompleted) loaded.TrySetResult();
        }
        Page.FrameNavigated += Committed;
        Page.Load += Loaded;
        try
        {
            await way.ClickAsync(new() { Timeout = 60_000 });
            await there.Task.WaitAsync(TimeSpan.FromSeconds(60));
            // Playwright's own wait for the load looks first and listens then; what comes between is missed, and it waits for ever.
            if (await Page.EvaluateAsync<string>("document.readyState") != "complete") await loaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        finally
        {
            Page.FrameNavigated -= Committed;
            Page.Load -= Loaded;
        }
    }

    /// <summary>Goes to the page as a demonstration person who has signed in.</summary>
    public async Task SignIn(string person, string page)
    {
        await Enter(person);
        Assert.Equal(200, (await Page.GotoAsync(page))!.Status);
    }

    /// <summary>The window is that of a demonstration person who has signed in.</summary>
    public async Task Enter(string person)
    {
        var cookie = (await app.NewCookie(person)).Split('=', 2);
        await Page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = app.ClientOptions.BaseAddress.ToString() }]);
    }

    /// <summary>Nothing was complained about, and the page fits.</summary>
    public async Task Clear()
    {
        Assert.Empty(complaints);
        await NoSidewaysScroll();
    }

    private async Task NoSidewaysScroll() =>
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{Page.Url} scrolls sideways at {Page.ViewportSize!.Width} px");

    public async Task NothingAgainstAxe()
    {
        // What passes is not looked at: describing it takes as long as finding what does not.
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.True(result.Violations.Length == 0, $"{Page.Url}\n" + string.Join("\n", result.Violations.Select(v => $"{v.Id}: {v.Help}\n" + string.Join("\n", v.Nodes.Select(n => $"  {n.Html}")))));
    }

    /// <summary>A picture for people to look at, where they ask for it (<c>CSIRTFLOW_PICTURES=1</c>); git ignores it.</summary>
    public Task Picture(string name) => !BrowserFixture.Pictures ? Task.CompletedTask : Page.ScreenshotAsync(new() { Path = Path.Combine(Root(), ".local", "screenshots", $"{name}-{Page.ViewportSize!.Width}.jpg"), FullPage = true, Type = ScreenshotType.Jpeg, Quality = 80 });

    public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CsirtFlow.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
