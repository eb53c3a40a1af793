using System.Globalization;
using System.Text.RegularExpressions;

namespace SyncWorker.Salesforce;

/// <summary>How many of the org's API calls of 24 hours are used, by everybody, as the last answer told.</summary>
internal sealed partial class ApiUsage
{
    private volatile Told? _last;

    public ApiUsage(Metrics metrics) => metrics.Observe(this);

    /// <summary>The calls that were made; null before any answer told.</summary>
    public long? Used => _last?.Used;

    /// <summary>The calls that there may be; null before any answer told.</summary>
    public long? Limit => _last?.Limit;

    /// <summary>Whether more than a share of the calls is used.</summary>
    public bool IsAbove(double share) => _last is { } last && last.Used > last.Limit * share;

    /// <summary>Reads what an answer tells: <c>Sforce-Limit-Info: api-usage=10018/100000</c>, beside which the app's own usage may stand.</summary>
    public void Read(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Sforce-Limit-Info", out var told) || Pattern().Match(string.Join("; ", told)) is not { Success: true } match) return;
        if (long.TryParse(match.Groups["used"].Value, CultureInfo.InvariantCulture, out var used) && long.TryParse(match.Groups["limit"].Value, CultureInfo.InvariantCulture, out var limit) && limit > 0)
            _last = new Told(used, limit);
    }

    [GeneratedRegex(@"(?:^|[;,\s])api-usage=(?<used>[0-9]+)/(?<limit>[0-9]+)")]
    private static partial Regex Pattern();

    private sealed record Told(long Used, long Limit);
}
