using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace CsirtFlow.Api.Reports;

/// <summary>Bounds on what strangers may ask, by address and by number: generous enough for a whole station behind one address. Refused ones are pointed to the telephone.</summary>
public sealed class ReportLimits(IConfiguration configuration) : IDisposable
{
    /// <summary>Forms with files that are read at the same time; each may hold 100 MB of memory.</summary>
    private const int UploadsAtOnce = 12;

    private const int UploadsOfAddress = 6;

    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> reports = Per(configuration.GetValue("Limits:ReportsPerTenMinutes", 60), TenMinutes);
    private readonly PartitionedRateLimiter<string> megabytes = Per(MostMegabytes(configuration), TenMinutes);
    private readonly int most = MostMegabytes(configuration);
    private readonly PartitionedRateLimiter<string> uploadsOfAddress = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = UploadsOfAddress }));
    private readonly ConcurrencyLimiter uploads = new(new ConcurrencyLimiterOptions { PermitLimit = UploadsAtOnce });
    private readonly PartitionedRateLimiter<string> lookups = Per(configuration.GetValue("Limits:StatusLookupsPerTenMinutes", 30), TenMinutes);
    private readonly PartitionedRateLimiter<string> lookupsOfNumber = Per(20, TimeSpan.FromHours(1));
    private readonly PartitionedRateLimiter<string> signIns = Per(configuration.GetValue("Limits:SignInsPerTenMinutes", 200), TenMinutes);

    public bool Allows(HttpContext http) => reports.AttemptAcquire(Address(http)).IsAcquired;

    /// <summary>Files fill the database for good: what strangers may leave in it is bounded apart from their words.</summary>
    public bool AllowsFiles(HttpContext http, IEnumerable<UploadedFile> files)
    {
        var size = (int)Math.Ceiling(files.Sum(f => f.Content.LongLength) / 1048576.0);
        return size == 0 || (size <= most && megabytes.AttemptAcquire(Address(http), size).IsAcquired);
    }

    /// <summary>A place for reading the files of one form, to be given back, or null: a form without a place is read without its files, so that nobody who is slow keeps the words of others out.</summary>
    public IDisposable? PlaceForFiles(HttpContext http)
    {
        var own = uploadsOfAddress.AttemptAcquire(Address(http));
        if (!own.IsAcquired) return null;

        var all = uploads.AttemptAcquire();
        if (all.IsAcquired) return new Place(own, all);

        own.Dispose();
        return null;
    }

    private sealed record Place(RateLimitLease Own, RateLimitLease All) : IDisposable
    {
        public void Dispose()
        {
            All.Dispose();
            Own.Dispose();
        }
    }

    /// <summary>確認番号 has six digits: bounded by address, and by number against many addresses.</summary>
    public bool AllowsLookup(HttpContext http) => lookups.AttemptAcquire(Address(http)).IsAcquired;

    public bool AllowsLookupOf(string number) => lookupsOfNumber.AttemptAcquire(number).IsAcquired;

    /// <summary>Each attempt costs a password hash.</summary>
    public bool AllowsSignIn(HttpContext http) => signIns.AttemptAcquire(Address(http)).IsAcquired;

    public void Dispose()
    {
        reports.Dispose();
        megabytes.Dispose();
        uploadsOfAddress.Dispose();
        uploads.Dispose();
        lookups.Dispose();
        lookupsOfNumber.Dispose();
        signIns.Dispose();
    }

    /// <summary>Whom an address stands for: one IPv6 customer has a whole /64.</summary>
    internal static string Address(HttpContext http) =>
        http.Connection.RemoteIpAddress is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six
            ? Convert.ToHexString(six.GetAddressBytes()[..8])
            : http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static int MostMegabytes(IConfiguration configuration) => configuration.GetValue("Limits:MegabytesPerTenMinutes", 500);

    private static PartitionedRateLimiter<string> Per(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));
}
