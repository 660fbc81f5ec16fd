using CsirtFlow.Api.Platform;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.PersonalData;

/// <summary>What events say of persons, each under the key of its subject (a stream), until that key is destroyed.</summary>
public sealed partial class SubjectSeal(PersonalSeal seal, NpgsqlDataSource source, ILogger<SubjectSeal> log)
{
    /// <summary>As the event holds it, in base64; the key goes into the same transaction.</summary>
    public string Sealed<T>(IDocumentSession session, string subject, string kind, T content)
    {
        var box = seal.Seal(session.TenantId, subject, kind, content);
        SubjectKeys.Keep(session, subject, box.Key);
        return Convert.ToBase64String(box.Content);
    }

    /// <summary>By subject, those that open: a matter is worked on also where nobody can be called back.</summary>
    public async Task<IReadOnlyDictionary<string, T>> Opened<T>(string tenant, string kind, IEnumerable<(string Subject, string Sealed)> kept, CancellationToken cancellation)
    {
        var boxes = kept.ToDictionary(k => k.Subject, k => k.Sealed, StringComparer.Ordinal);
        var opened = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (subject, key) in await SubjectKeys.Load(source, tenant, [.. boxes.Keys], cancellation))
            try
            {
                opened.Add(subject, seal.Open<T>(tenant, subject, kind, new(key, Convert.FromBase64String(boxes[subject]))));
            }
            catch (BadRequestException e)
            {
                NotOpened(log, e, subject);
            }
        return opened;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What {Subject} says of a person could not be opened")]
    private static partial void NotOpened(ILogger log, Exception e, string subject);
}
