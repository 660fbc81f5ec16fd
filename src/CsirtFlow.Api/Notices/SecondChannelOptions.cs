using System.ComponentModel.DataAnnotations;

namespace CsirtFlow.Api.Notices;

/// <summary>Section <c>SecondChannel</c> of the configuration: 補助の連絡手段, a gateway for short messages or chat beside the mail. Without an address there is none.</summary>
public sealed class SecondChannelOptions : IValidatableObject
{
    private const int ShortestSecret = 32;

    public string Url { get; set; } = "";

    /// <summary>Signs every call; <c>whsec_</c> and base64 as Standard Webhooks writes it, or any text.</summary>
    public string Secret { get; set; } = "";

    /// <summary>False: every notice. True: those of an emergency, overdue duties, and mails that could not be delivered.</summary>
    public bool OnlyEmergency { get; set; } = true;

    public bool IsConfigured => Url.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured) yield break;

        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) || url.UserInfo.Length > 0)
            yield return new("SecondChannel:Url must be an https address without a user name, or http on this machine.", [nameof(Url)]);
        if (Secret.Length < ShortestSecret || StandardWebhook.Key(Secret) is null)
            yield return new($"SecondChannel:Secret must have {ShortestSecret} characters or more, and base64 after whsec_.", [nameof(Secret)]);
    }
}
