using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace SyncWorker.Emulators.Tests.Control;

/// <summary>A world at a fixed time and its controls, in process.</summary>
internal sealed class ControlClient : IDisposable
{
    private readonly HttpMessageInvoker _controls;

    public ControlClient()
    {
        World = new EmulatedWorld(Clock, new EmulatedWorldOptions());
        _controls = new HttpMessageInvoker(World.Control, disposeHandler: false);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 30, 15, TimeSpan.Zero));

    public EmulatedWorld World { get; }

    public (int Status, JsonNode? Body) Call(string method, string path, string body = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://localhost" + path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = _controls.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult();
        var text = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public JsonNode Read(string path)
    {
        var (status, body) = Call("GET", path);
        Assert.Equal(200, status);
        return body!;
    }

    public void Dispose()
    {
        _controls.Dispose();
        World.Dispose();
    }
}
