using System.Text.RegularExpressions;

namespace SyncWorker.Tests.Worlds;

/// <summary>Every call to Salesforce as text, to see which fields it asks for and which it writes.</summary>
internal sealed partial class Overheard
{
    private readonly List<string> _calls = [];

    public HttpMessageHandler Around(HttpMessageHandler inner) => new Door(this, inner);

    /// <summary>What queries select from an object, each path once.</summary>
    public IEnumerable<string> Selected(string from) =>
        _calls.SelectMany(c => Queries().Matches(c).Where(q => q.Groups["object"].Value == from).SelectMany(q => q.Groups["fields"].Value.Split(", "))).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether some call says these words.</summary>
    public bool Heard(string words) => _calls.Exists(c => c.Contains(words, StringComparison.Ordinal));

    [GeneratedRegex(@"SELECT (?<fields>[\w., ]+) FROM (?<object>\w+)")]
    private static partial Regex Queries();

    private sealed class Door(Overheard heard, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            heard._calls.Add(Uri.UnescapeDataString($"{request.RequestUri} {body}"));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
