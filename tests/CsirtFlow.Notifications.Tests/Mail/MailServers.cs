using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CsirtFlow.Notifications.Tests.Mail;

/// <summary>Real mail servers from Debian's packages, on loopback, for one test class: Dovecot for IMAP, and Exim for SMTP where it is asked for.</summary>
public sealed class MailServers : IAsyncDisposable
{
    public const string Password = "secret";

    private const string Missing = "The mail servers did not start. They need root and Debian's packages exim4-daemon-light, dovecot-imapd, dovecot-lmtpd and openssl: run script/test.";

    private static readonly string[] Held = ["new", "cur"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("csirtflow-mail-");
    private readonly Dictionary<string, string> settings;
    private Process? imap;
    private Process? smtp;
    private int delivered;

    private MailServers(Dictionary<string, string> settings) => this.settings = settings;

    public int ImapPort { get; } = FreePort();

    /// <summary>IMAP with TLS from the first byte.</summary>
    public int ImapsPort { get; } = FreePort();

    public int SmtpPort { get; } = FreePort();

    /// <summary>When mails come, by the clock of the tests (UTC).</summary>
    public DateTime Arrived { get; set; } = new(2030, 4, 1, 0, 0, 0, DateTimeKind.Utc);

    private int LmtpPort { get; } = FreePort();

    public string CertificateSha256
    {
        get
        {
            using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(folder.FullName, "cert.pem")));
            return certificate.GetCertHashString(HashAlgorithmName.SHA256);
        }
    }

    /// <param name="settings">Environment of mail-servers.sh, such as TOKEN_INFO.</param>
    public static async Task<MailServers> Start(bool smtp = false, params (string Name, string Value)[] settings)
    {
        var servers = new MailServers(settings.ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal));
        await servers.StartImap();
        if (smtp) await servers.StartSmtp();
        return servers;
    }

    public async Task StartImap() => imap = settings.GetValueOrDefault("IMAP_SSL") == "no" ? await Run("imap", ImapPort, LmtpPort) : await Run("imap", ImapPort, ImapsPort, LmtpPort);

    public Task StopImap() => Stop(imap);

    public async Task StartSmtp() => smtp = await Run("smtp", SmtpPort);

    public Task StopSmtp() => Stop(smtp);

    /// <summary>Puts mails into a mailbox, byte by byte as they are given: no server on the way may mend them.</summary>
    public void Deliver(string user, params byte[][] mails)
    {
        var maildir = Maildir(user);
        var finished = mails.Select(mail =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{1_900_000_000 + Interlocked.Increment(ref delivered)}.{Path.GetRandomFileName()}.localhost");
            File.WriteAllBytes(Path.Combine(maildir, "tmp", name), mail);
            return name;
        }).ToList();
        Execute("chown", "-R", "csirtmail:", Path.Combine(maildir, "tmp"));
        foreach (var name in finished) File.SetLastWriteTimeUtc(Path.Combine(maildir, "tmp", name), Arrived);
        foreach (var name in finished) File.Move(Path.Combine(maildir, "tmp", name), Path.Combine(maildir, "new", name));
    }

    /// <summary>File names in a mailbox; those of mails that were marked as read end with S.</summary>
    public IReadOnlyList<string> Files(string user) => [.. Paths(user).Select(f => Path.GetFileName(f)!)];

    /// <summary>What lies in a mailbox.</summary>
    public IReadOnlyList<byte[]> Mails(string user) => [.. Paths(user).Select(File.ReadAllBytes)];

    /// <summary>Makes the server forget which UIDs it gave: UIDVALIDITY changes. The server must be stopped.</summary>
    public void ForgetUids(string user)
    {
        foreach (var file in Directory.EnumerateFiles(Maildir(user), "dovecot*")) File.Delete(file);
    }

    /// <summary>Makes one mail unreadable for the server, as a damaged file system does.</summary>
    public void Damage(string user, Func<byte[], bool> which)
    {
        foreach (var file in Paths(user).Where(f => which(File.ReadAllBytes(f))).ToList())
        {
            Execute("chown", "root:", file);
            Execute("chmod", "000", file);
        }
    }

    /// <summary>Takes mails out of a mailbox, as somebody who tidies up does.</summary>
    public void Empty(string user)
    {
        foreach (var file in Paths(user)) File.Delete(file);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop(imap);
        await Stop(smtp);
        if (Directory.Exists(folder.FullName)) folder.Delete(recursive: true);
    }

    private IEnumerable<string> Paths(string user) => Held.SelectMany(d => Directory.EnumerateFiles(Path.Combine(Maildir(user), d)));

    private string Maildir(string user)
    {
        var home = Path.Combine(folder.FullName, "mail", user);
        var maildir = Path.Combine(home, "Maildir");
        if (Directory.Exists(maildir)) return maildir;

        foreach (var d in new[] { "tmp", "new", "cur" }) Directory.CreateDirectory(Path.Combine(maildir, d));
        Execute("chown", "-R", "csirtmail:", home);
        return maildir;
    }

    private async Task<Process> Run(string what, params int[] ports)
    {
        var start = new ProcessStartInfo("/bin/sh", [Path.Combine(AppContext.BaseDirectory, "Mail", "mail-servers.sh"), what, folder.FullName])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        foreach (var (name, port) in new[] { ("IMAP_PORT", ImapPort), ("IMAPS_PORT", ImapsPort), ("LMTP_PORT", LmtpPort), ("SMTP_PORT", SmtpPort) }) start.Environment[name] = port.ToString(CultureInfo.InvariantCulture);
        var server = Process.Start(start)!;
        var said = server.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await Answer(ports))
        {
            if (server.HasExited) throw new InvalidOperationException($"{Missing} {await said}");

            await tick.WaitForNextTickAsync(patience.Token);
        }
        return server;
    }

    private static async Task<bool> Answer(int[] ports)
    {
        foreach (var port in ports)
        {
            using var socket = new TcpClient();
            try { await socket.ConnectAsync(IPAddress.Loopback, port); }
            catch (SocketException) { return false; }
        }
        return true;
    }

    private static async Task Stop(Process? server)
    {
        if (server is null || server.HasExited) return;

        server.StandardInput.Close();
        await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static void Execute(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
