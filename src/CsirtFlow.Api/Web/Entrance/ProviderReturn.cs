using System.Net.Sockets;
using System.Security.Claims;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Api.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Whoever comes back from the 組織の認証サービス: its word has been validated, and here it is decided what it opens.</summary>
internal static class ProviderReturn
{
    public static async Task Arrived(TicketReceivedContext context, ProviderOptions provider)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var (said, now) = (http.Features.Get<ProviderSaid>()!, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        await Recognise(http);
        var asked = ProviderWish.Of(context.Properties);
        var answer = asked is { } wish && now - wish.AskedAt <= ProviderSetup.TimeToSignIn && http.RequestServices.GetRequiredService<Tenants>().Of(http) == provider.Organisation
            ? wish.Purpose switch
            {
                ProviderPurpose.Enter => await Enter(http, provider, wish, said, now),
                ProviderPurpose.Prove => await Prove(http, provider, wish, said, now),
                _ => await Link(http, provider, wish, said),
            }
            : await Refused(http, asked, w => w.TooLate);
        await answer.ExecuteAsync(http);
    }

    /// <summary>The word of the provider was none, or none of this browser; or the provider could not be asked.</summary>
    public static async Task Failed(RemoteFailureContext context)
    {
        context.HandleResponse();
        var away = context.Failure is HttpRequestException or SocketException or TaskCanceledException || context.Failure?.InnerException is HttpRequestException or IOException;
        await Recognise(context.HttpContext);
        var asked = ProviderWish.Of(context.Properties);
        await (await (away ? Away(context.HttpContext, asked) : Refused(context.HttpContext, asked, w => w.NotConfirmed))).ExecuteAsync(context.HttpContext);
    }

    /// <summary>The sign-in page, where the password opens as ever.</summary>
    public static Task<IResult> Away(HttpContext http, ProviderWish? wish) => Refused(http, wish, w => w.Away, StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Enter(HttpContext http, ProviderOptions provider, ProviderWish wish, ProviderSaid said, DateTimeOffset now)
    {
        var at = http.RequestServices;
        var (signIns, accounts) = (at.GetRequiredService<SignIns>(), at.GetRequiredService<UserManager<Account>>());
        if (!at.GetRequiredService<ReportLimits>().AllowsSignIn(http)) return await Refused(http, wish, w => w.NotConfirmed);
        // Somebody else may have sat down at a computer where the provider still knows the last one.
        if (said.AuthenticatedAt is not { } authenticated || authenticated < now - at.GetRequiredService<IOptions<AccountOptions>>().Value.Idle - ProviderSetup.Skew) return await Refused(http, wish, w => w.NotOfNow);

        var organisation = await at.GetRequiredService<OrganisationDirectory>().Get(provider.Organisation, http.RequestAborted);
        var (account, isNew) = await Whose(at.GetRequiredService<ProviderLinks>(), provider, organisation, said);
        if (account is null || await accounts.IsLockedOutAsync(account)) return await Refused(http, wish, w => w.NotLinked);
        if (!provider.Confirms(organisation, account.PersonId, said.Groups, now)) return await Refused(http, wish, w => w.NoOffice);
        if (isNew && !await at.GetRequiredService<ProviderLinks>().Add(provider, account, said.Subject)) return await Refused(http, wish, w => w.NotLinked);

        if (isNew) await Tell(http, account);

        var (frames, views) = (at.GetRequiredService<Frames>(), at.GetRequiredService<CaseViews>());
        var entry = new ProviderEntry(provider.Known(said.Groups), said.SecondFactor, authenticated < now ? authenticated : now);
        return account.TwoFactorEnabled && !said.SecondFactor ? await CodePages.Ask(http, frames, signIns, account, wish.Return, null, entry) : await EntrancePages.Into(http, frames, views, signIns, account, wish.Return, null, entry);
    }

    // A mail address that nobody has verified says nothing, and one of two people nothing certain.
    private static async Task<(Account? Account, bool IsNew)> Whose(ProviderLinks links, ProviderOptions provider, Domain.Organisation organisation, ProviderSaid said)
    {
        if (await links.Find(provider, said.Subject) is { } known) return (known, false);
        if (!provider.LinkByVerifiedMail || said.VerifiedMail is not { } mail || await links.OfMail(organisation, mail) is not { } account || await links.Has(provider, account)) return (null, false);

        return (account, true);
    }

    private static async Task<IResult> Prove(HttpContext http, ProviderOptions provider, ProviderWish wish, ProviderSaid said, DateTimeOffset now)
    {
        var (at, session) = (http.RequestServices, CurrentSession.Of(http)?.Standing);
        var account = await at.GetRequiredService<ProviderLinks>().Find(provider, said.Subject);
        if (session is null || session.Id != wish.Session || account?.Id != session.AccountId) return await Refused(http, wish, w => w.AnotherPerson);
        // A provider that let the person through without asking has proved nothing, nor one that asked for less than this service does.
        if (said.AuthenticatedAt is not { } authenticated || authenticated < wish.AskedAt - ProviderSetup.Skew || (account.TwoFactorEnabled && !said.SecondFactor)) return await Refused(http, wish, w => w.NotOfNow);
        if (!provider.Confirms(await at.GetRequiredService<OrganisationDirectory>().Get(provider.Organisation, http.RequestAborted), account.PersonId, said.Groups, now)) return await Refused(http, wish, w => w.NoOffice);

        await at.GetRequiredService<AccountSessions>().Prove(session.Id);
        return PageResult.SeeOther(KeptForm.PageOf(wish.Return));
    }

    private static async Task<IResult> Link(HttpContext http, ProviderOptions provider, ProviderWish wish, ProviderSaid said)
    {
        var at = http.RequestServices;
        if (CurrentSession.Of(http)?.Standing is not { } session || session.Id != wish.Session || await at.GetRequiredService<UserManager<Account>>().GetUserAsync(http.User) is not { } account) return await Refused(http, wish, w => w.AnotherPerson);

        if (!await at.GetRequiredService<ProviderLinks>().Add(provider, account, said.Subject)) return await Refused(http, wish, w => w.AnothersAlready);

        await Tell(http, account);
        return PageResult.SeeOther($"{ProviderPages.Path}?linked=1");
    }

    private static Task Tell(HttpContext http, Account account) => http.RequestServices.GetRequiredService<AccountNotices>().Tell(Caller.Of(http, "web"), account.PersonId, "組織の認証サービスとのひも付け", http.RequestAborted);

    // This request is looked at before anybody asks whose session it is of.
    private static async Task Recognise(HttpContext http) => http.User = (await http.AuthenticateAsync()).Principal ?? new ClaimsPrincipal(new ClaimsIdentity());

    private static async Task<IResult> Refused(HttpContext http, ProviderWish? wish, Func<ProviderWords, string> why, int status = StatusCodes.Status403Forbidden)
    {
        // The address of this page holds what the provider sent: it is not to be asked for again in another language.
        var frame = await http.RequestServices.GetRequiredService<Frames>().Of(http) with { Translation = null };
        var words = new ProviderWords(frame.Language);
        return frame.SignedIn
            ? PageResult.Message(frame, status, words.Refused, why(words))
            : EntrancePages.Page(frame, "", wish?.Return ?? HomePages.Path, new([new("provider", why(words))]), status, null);
    }
}
