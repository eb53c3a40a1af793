using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SyncWorker.Tests.Salesforce.SignIn;

/// <summary>A server at the level of bytes, because a decent one refuses to send what a hostile one would. It answers each request the same way and closes.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, string> _answer;
    private readonly Task _serving;
    private int _asked;

    /// <param name="answer">From the request's first line to the whole answer.</param>
    public RawServer(Func<string, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public int Asked => _asked;

    public static string Json(string status, string body, string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var (request, buffer) = (new StringBuilder(), new byte[65536]);
        while (!IsWhole(request.ToString()) && await stream.ReadAsync(buffer, _end.Token) is > 0 and var read) request.Append(Encoding.Latin1.GetString(buffer, 0, read));
        if (request.Length == 0) return;
        Interlocked.Increment(ref _asked);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer(request.ToString().Split('\r')[0])), _end.Token);
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = request[..end].Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return request.Length - end - 4 >= (length is null ? 0 : int.Parse(length["Content-Length:".Length..]));
    }
}
