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
            return PageResult.Message(frame, StatusCodes.Status400BadRequest, "画面の有効期限が切れました", "前の画面に戻り、再読み込みしてから、もう一度操作してください。", "続けて表示されるときは、ブラウザーのCookieが使えるかを確かめてください。");
        });
}
