using System.Globalization;
using SyncWorker.Emulators.Salesforce.Errors;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>A path below /services/data/vXX.X, with its segments and its query string decoded.</summary>
internal sealed record ApiPath(int Version, IReadOnlyList<string> Segments, IReadOnlyDictionary<string, string> Query)
{
    public const string Root = "/services/data";

    /// <summary>"/services/data/v67.0": where urls in replies begin.</summary>
    public string DataPath => $"{Root}/v{Version}.0";

    /// <summary>Reads a path and query as they stand in a request line. Versions below 31.0 are gone, ones that do not exist yet are not found.</summary>
    public static ApiPath Parse(string pathAndQuery)
    {
        var mark = pathAndQuery.IndexOf('?');
        var path = mark < 0 ? pathAndQuery : pathAndQuery[..mark];
        if (!path.StartsWith(Root + "/v", StringComparison.Ordinal))
            throw Refusals.ResourceMissing();
        var segments = path[(Root.Length + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (!segments[0].EndsWith(".0", StringComparison.Ordinal)
            || !int.TryParse(segments[0].AsSpan(1, segments[0].Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            throw Refusals.ResourceMissing();
        }

        if (version < ApiVersions.Oldest)
            throw Refusals.VersionRetired();
        if (version > ApiVersions.Newest)
            throw Refusals.ResourceMissing();
        return new ApiPath(version, [.. segments[1..].Select(Uri.UnescapeDataString)], FormText.Parse(mark < 0 ? "" : pathAndQuery[(mark + 1)..]));
    }
}
