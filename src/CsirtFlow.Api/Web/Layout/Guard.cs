using Microsoft.AspNetCore.Antiforgery;

namespace CsirtFlow.Api.Web.Layout;

/// <summary>Staff forms carry an antiforgery token; reports do not.</summary>
public static class Guard
{
    /// <summary>A post without a valid token is answered with a page that says what to do, before its form is read.</summary>
    public static TBuilder Guarded<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequireAntiforgeryTokenAttribute()).AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return await next(context);

            var frame = await http.RequestServices.GetRequiredService<Frames>().Of(http);
            var words = new ErrorWords(frame.Language);
            return PageResult.Message(frame, StatusCodes.Status400BadRequest, words.Expired, words.ExpiredHelp);
        });
}
