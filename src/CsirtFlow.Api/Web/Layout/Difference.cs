namespace CsirtFlow.Api.Web.Layout;

/// <summary>One thing that two versions say differently, in words.</summary>
public sealed record Difference(string What, string Before, string After);
