using System.Net.Http.Json;
using System.Text.Json;
using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Api.Mail;

/// <summary>What the service signs in to a mailbox with: a password, or a token of OAuth 2.0 client credentials (RFC 6749 4.4), asked for anew at each sign-in.</summary>
public sealed class AccessTokens : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) }) { Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = 64 * 1024 };

    /// <exception cref="MailboxException">No token was given, or the file cannot be read.</exception>
    public async Task<MailboxCredential> For(MailboxOptions mailbox, CancellationToken cancellation)
    {
        try
        {
            if (mailbox.TokenEndpoint.Length > 0) return new(await Token(mailbox, cancellation), IsToken: true);

            return new(mailbox.PasswordFile.Length > 0 ? (await File.ReadAllTextAsync(mailbox.PasswordFile, cancellation)).TrimEnd('\r', '\n') : mailbox.Password, IsToken: false);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException or UnauthorizedAccessException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new MailboxException($"{e.GetType().Name}: {e.Message}", e);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<string> Token(MailboxOptions mailbox, CancellationToken cancellation)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = mailbox.ClientId, ["client_secret"] = mailbox.ClientSecret };
        if (mailbox.Scope.Length > 0) form["scope"] = mailbox.Scope;
        using var content = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(new Uri(mailbox.TokenEndpoint), content, cancellation);
        if (!answer.IsSuccessStatusCode) throw new MailboxException($"The token endpoint answered {(int)answer.StatusCode}.");

        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation)).TryGetProperty("access_token", out var token) && token.GetString() is { Length: > 0 } given
            ? given : throw new MailboxException("The token endpoint gave no access_token.");
    }
}
