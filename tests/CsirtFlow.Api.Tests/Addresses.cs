using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CsirtFlow.Api.Tests;

/// <summary>Gives a request the address that it says it comes from (<see cref="App.From"/>).</summary>
internal sealed class Addresses : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            if (IPAddress.TryParse(http.Request.Headers[App.From], out var address)) http.Connection.RemoteIpAddress = address;
            return rest(http);
        });
        next(app);
    };
}
