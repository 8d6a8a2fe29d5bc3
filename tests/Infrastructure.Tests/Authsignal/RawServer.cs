using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>Sends the same bytes to whoever asks, then says nothing more and keeps the connection.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _answer;
    private readonly Task _work;
    private int _requests;

    public RawServer(string answer)
    {
        _answer = Encoding.UTF8.GetBytes(answer);
        _listener.Start();
        _work = ServeAsync(_stop.Token);
    }

    public Uri Api => new($"http://{_listener.LocalEndpoint}/v1/");

    public int Requests => _requests;

    public static string Answer(string body, string mediaType = "application/json", string status = "200 OK") =>
        $"HTTP/1.1 {status}\r\nContent-Type: {mediaType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        // Only then the listener: whoever is about to accept once more would find it gone.
        await _stop.CancelAsync();
        await _work;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync(CancellationToken ct)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(ct), ct));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AnswerAsync(TcpClient connection, CancellationToken ct)
    {
        using var _ = connection;
        var stream = connection.GetStream();
        var buffer = new byte[8192];
        try
        {
            while (await stream.ReadAsync(buffer, ct) > 0)
            {
                if (IsHead(buffer))
                {
                    Interlocked.Increment(ref _requests);
                    await stream.WriteAsync(_answer, ct);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The client or the test has gone.
        }
    }

    // A body may come in a packet of its own; only a head is answered.
    private static bool IsHead(byte[] buffer) => buffer is [(byte)'P', (byte)'O', ..] or [(byte)'G', (byte)'E', ..];
}
