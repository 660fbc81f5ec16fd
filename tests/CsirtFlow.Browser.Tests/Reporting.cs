using CsirtFlow.Api.Demonstration;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>A report as somebody types it.</summary>
public sealed record Typed(string Description = "10時ごろ、2階事務室のパソコンに英語の画面が出て、ファイルが開けなくなった", string Phone = "内線２０１", string Name = "髙﨑 𠮷男", string Without = "")
{
    /// <summary>Fills in everything but what is left out, as a person would.</summary>
    public async Task Into(IPage page)
    {
        if (Without != "Kinds") await page.GetByLabel("ファイルが開けない・身代金を要求する画面が出た").CheckAsync();
        if (Without != "EmergencyImpact") await page.GetByLabel("ない", new() { Exact = true }).CheckAsync();
        if (Without != "Description") await page.Locator("#Description").FillAsync(Description);
        if (Without != "SectionId") await page.Locator("#SectionId").SelectOptionAsync("中央消防署");
        if (Without != "Phone") await page.Locator("#Phone").FillAsync(Phone);
        await page.Locator("#Name").FillAsync(Name);
    }

    /// <summary>Whatever was typed still stands in the form.</summary>
    public async Task StillIn(IPage page)
    {
        Assert.Equal(Without != "Kinds", await page.GetByLabel("ファイルが開けない・身代金を要求する画面が出た").IsCheckedAsync());
        Assert.Equal(Without != "EmergencyImpact", await page.GetByLabel("ない", new() { Exact = true }).IsCheckedAsync());
        Assert.Equal(Without == "Description" ? "" : Description, await page.Locator("#Description").InputValueAsync());
        Assert.Equal(Without == "SectionId" ? "" : "chuo", await page.Locator("#SectionId").InputValueAsync());
        Assert.Equal(Without == "Phone" ? "" : Phone, await page.Locator("#Phone").InputValueAsync());
        Assert.Equal(Name, await page.Locator("#Name").InputValueAsync());
    }
}

/// <summary>Short ways through the pages.</summary>
public static class Reporting
{
    public static async Task<(string Number, string Confirmation)> Report(this Window window, Typed? typed = null)
    {
        await window.Page.GotoAsync("/report");
        await (typed ?? new()).Into(window.Page);
        Assert.Equal(200, await window.Press("報告を送る"));
        return await window.Receipt();
    }

    /// <summary>Signs in and goes to a page.</summary>
    public static async Task<int> SignIn(this Window window, string person, string to)
    {
        await window.Page.GotoAsync($"/sign-in?return={Uri.EscapeDataString(to)}");
        return await window.SignInHere(person);
    }

    public static async Task<int> SignInHere(this Window window, string person, string password = DemonstrationOrganisation.Password)
    {
        await window.Page.Locator("#Name").FillAsync(person);
        await window.Page.Locator("#Password").FillAsync(password);
        return await window.Press("サインイン");
    }

    public static async Task<(string Number, string Confirmation)> Receipt(this Window window)
    {
        Assert.Equal("報告を受け付けました", await window.Page.Locator("h1").InnerTextAsync());
        var numbers = await window.Page.Locator(".receipt dd").AllInnerTextsAsync();
        return (numbers[0], numbers[1]);
    }
}
