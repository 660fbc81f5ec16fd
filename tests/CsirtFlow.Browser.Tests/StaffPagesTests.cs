using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>Every page of staff with the keyboard alone, and in the colours that a reader has chosen.</summary>
public sealed class StaffPagesTests(BrowserFixture fixture)
{
    private const string Reachable = """
        () => [...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary')]
          .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }))
          .filter(e => e.type !== 'radio' || e.checked || ![...document.getElementsByName(e.name)].some(r => r.checked) && document.getElementsByName(e.name)[0] === e)
          .map(e => e.outerHTML.slice(0, 160))
        """;

    private const string Focused = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return null;
          const style = getComputedStyle(e), summary = e.outerHTML.slice(0, 160);
          return { summary, seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
        }
        """;

    public static TheoryData<string, string> Pages => new()
    {
        { "shokuin", "/home" }, { "tocho", "/home" }, { "tocho", "/reports/{n}/receive" }, { "csirt", "/home" }, { "csirt", "/queue" }, { "csirt", "/incidents/{n}" }, { "csirt", "/reports/{n}" }, { "csirt", "/incidents/{n}/assessment" },
        { "csirt", "/notices" }, { "madoguchi", "/incoming-mails" }, { "csirt", "/statistics" }, { "csirt", "/deadlines" }, { "csirt", "/organisation" }, { "kanri", "/home" }, { "somu-shukan", "/home" }, { "shirei-hosa", "/home" },
        { "shirei-hosa", "/incidents/{n}" }, { "kansa", "/home" }, { "kansa", "/incidents/{n}/duties" }, { "csirt", "/account/password" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everything_is_reached_with_the_tab_key_and_the_place_is_seen(string person, string path)
    {
        await using var window = await fixture.As(person, scripts: true);
        // What others do meanwhile would replace the page under the walk.
        await window.Page.RouteAsync("**/queue/changes", route => route.AbortAsync());
        await window.Page.GotoAsync(await Address(path));
        var reachable = (await window.Page.EvaluateAsync<string[]>(Reachable)).ToHashSet(StringComparer.Ordinal);

        var (stops, unseen) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        for (var presses = 0; presses < (reachable.Count * 8) + 20; presses++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            if (await window.Page.EvaluateAsync<Stop?>(Focused) is not { } stop) break;
            stops.Add(stop.Summary);
            if (!stop.Seen) unseen.Add(stop.Summary);
        }

        Assert.NotEmpty(reachable);
        Assert.Empty(reachable.Except(stops));
        Assert.Empty(unseen);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_is_readable_in_the_colours_that_a_reader_has_chosen(string person, string path)
    {
        await using var window = await fixture.As(person, scripts: true);
        await window.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await window.Page.GotoAsync(await Address(path));

        await window.Picture($"forced-{person}{path.Replace('/', '-').Replace("{n}", "n", StringComparison.Ordinal)}");
        await window.NothingAgainstAxe();
        await window.Clear();
    }

    private async Task<string> Address(string path) =>
        path.Contains("{n}", StringComparison.Ordinal) ? path.Replace("{n}", await fixture.Incident(next: AtWork.SystemsCheck), StringComparison.Ordinal) : path;

    private sealed record Stop
    {
        public string Summary { get; init; } = "";

        public bool Seen { get; init; }
    }
}
