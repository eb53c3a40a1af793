using System.Net;
using System.Net.Http.Headers;

namespace SyncWorker.Salesforce.SignIn;

/// <summary>Carries the token. A 401 signs in again once and replays the request once; then it is the caller's.</summary>
internal sealed class BearerHandler(TokenSource tokens) : DelegatingHandler
{
    // A new token would be refused in the same words.
    private static readonly string[] NotForATokensAge = ["Connected app is not attached to Agent", "This session is not valid for use with the REST API"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var answer = await SendAsync(request, token, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized) return answer;
        var words = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (NotForATokensAge.Any(n => words.Contains(n, StringComparison.OrdinalIgnoreCase))) return answer;
        answer.Dispose();
        return await SendAsync(request, await tokens.RenewAsync(token, cancellationToken), cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Token token, CancellationToken cancellation)
    {
        // Put together by its parts: a path that began with two slashes would otherwise be read as a host.
        request.RequestUri = new UriBuilder(token.InstanceUrl) { Path = request.RequestUri!.AbsolutePath, Query = request.RequestUri.Query }.Uri;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        return base.SendAsync(request, cancellation);
    }
}
