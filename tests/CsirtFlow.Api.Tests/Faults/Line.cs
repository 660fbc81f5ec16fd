using System.Net;
using System.Net.Sockets;

namespace CsirtFlow.Api.Tests.Faults;

/// <summary>The line between a service and its database, which a test can freeze: nothing is refused, nothing comes through.</summary>
internal sealed class Line : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private volatile TaskCompletionSource open = new();

    public Line(int to)
    {
        open.SetResult();
        listener.Start();
        _ = Accept(to);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Freeze() => open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Thaw() => open.TrySetResult();

    public void Dispose()
    {
        end.Cancel();
        Thaw();
        listener.Dispose();
        end.Dispose();
    }

    private async Task Accept(int to)
    {
        try
        {
            while (true) _ = Carry(await listener.AcceptTcpClientAsync(end.Token), to);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Carry(TcpClient near, int to)
    {
        using (near)
        using (var far = new TcpClient())
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, to, end.Token);
                await Task.WhenAny(Pump(near.GetStream(), far.GetStream()), Pump(far.GetStream(), near.GetStream()));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // One end has hung up.
            }
    }

    private async Task Pump(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[16 * 1024];
        while (await from.ReadAsync(bytes, end.Token) is > 0 and var read)
        {
            await open.Task.WaitAsync(end.Token);
            await to.WriteAsync(bytes.AsMemory(0, read), end.Token);
        }
    }
}
