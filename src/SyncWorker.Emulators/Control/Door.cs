using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SyncWorker.Emulators.Control;

/// <summary>One Kestrel listener in front of a handler: it carries requests and responses across and understands neither.</summary>
internal sealed class Door : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpMessageInvoker _handler;
    private readonly CancellationTokenSource _closing = new();

    private Door(WebApplication server, HttpMessageHandler handler)
    {
        _server = server;
        _handler = new HttpMessageInvoker(handler, disposeHandler: false);
    }

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<Door> OpenAsync(HttpMessageHandler handler, int port, CancellationToken cancellationToken)
    {
        // An empty builder brings no logging and reads no configuration: nothing on standard output, no address but ours.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(System.Net.IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<IHostLifetime, DoorLifetime>();
        var door = new Door(builder.Build(), handler);
        door._server.Run(door.CarryAsync);
        await door._server.StartAsync(cancellationToken);
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _server.DisposeAsync();
        _handler.Dispose();
        _closing.Dispose();
    }

    private async Task CarryAsync(HttpContext context)
    {
        try
        {
            using var request = await ReadAsync(context);
            using var response = await _handler.SendAsync(request, context.RequestAborted);
            await WriteAsync(response, context);
        }
        catch (HttpRequestException)
        {
            // The answer is lost: the client sees a connection that breaks.
            context.Abort();
        }
        catch (TaskCanceledException timeout) when (timeout.InnerException is TimeoutException)
        {
            // No answer at all: wait until the client gives up or the door closes.
            using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _closing.Token);
            var never = new TaskCompletionSource();
            await using var end = either.Token.Register(() => never.TrySetResult());
            await never.Task;
            context.Abort();
        }
    }

    private static async Task<HttpRequestMessage> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), Target(context)) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable())) request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        return request;
    }

    // The path and query as they were sent: a signature covers their spelling.
    private static Uri Target(HttpContext context) => new(
        $"http://{context.Request.Host}{context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}",
        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static async Task WriteAsync(HttpResponseMessage response, HttpContext context)
    {
        var body = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            if (!name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)) context.Response.Headers[name] = values.ToArray();
        }

        var mayHaveBody = context.Response.StatusCode is not (204 or 304);
        context.Response.ContentLength = mayHaveBody ? body.Length : null;
        if (mayHaveBody && body.Length > 0) await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
