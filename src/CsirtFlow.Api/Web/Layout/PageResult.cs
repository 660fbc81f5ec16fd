using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsirtFlow.Api.Web.Layout;

/// <summary>A page as the answer of an endpoint.</summary>
public static class PageResult
{
    /// <param name="parameters">Parameters of the component, by name.</param>
    public static RazorComponentResult<TPage> Of<TPage>(object parameters, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>303: what was posted is stored, and reloading the next page sends nothing again.</summary>
    /// <param name="path">A path of this service.</param>
    public static IResult SeeOther(string path) => new Seen(path);

    public static RazorComponentResult<MessagePage> Message(Frame frame, int status, string heading, params string[] lines) =>
        Of<MessagePage>(new { Frame = frame, Heading = heading, Lines = (IReadOnlyList<string>)lines }, status);

    private sealed class Seen(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = LocalPath.Encoded(path);
            return Task.CompletedTask;
        }
    }
}
