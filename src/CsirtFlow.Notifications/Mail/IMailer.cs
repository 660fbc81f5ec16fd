namespace CsirtFlow.Notifications.Mail;

/// <summary>送信: hands one letter to whatever carries it on. Safe for concurrent callers.</summary>
public interface IMailer
{
    /// <summary>True where a letter that is handed over twice is still one letter for its reader.</summary>
    bool RepeatsHarmlessly { get; }

    /// <summary>
    /// Sends one letter once and says what became of it; never retries. A wrong address is an outcome, not an exception.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up. The letter may have gone out: send it again with the same Message-ID.</exception>
    Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken);
}

/// <summary>送信の結果. The reply is on one line, without control characters, and at most 500 characters long.</summary>
public abstract record MailOutcome
{
    private protected MailOutcome(string reply) => Reply = CleanText.OneLine(reply) is { Length: > 500 } tooLong ? CleanText.OneLine(tooLong[..500]) : CleanText.OneLine(reply);

    public string Reply { get; }
}

/// <summary>受理: the mail server took the letter over (RFC 5321 4.2.5). That somebody read it is not said.</summary>
public sealed record Accepted(string Reply) : MailOutcome(Reply);

/// <summary>拒否: this letter will not go to this address, however often it is tried (5yz to the envelope or the content).</summary>
public sealed record Refused(string Reply) : MailOutcome(Reply);

/// <summary>一時的な不達: try again with the same Message-ID (4yz, network, time-out, sign-in).</summary>
public sealed record Unavailable(string Reply) : MailOutcome(Reply);
