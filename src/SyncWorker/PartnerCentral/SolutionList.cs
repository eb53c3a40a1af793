using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Hosting;
using SyncWorker.Remote;

namespace SyncWorker.PartnerCentral;

/// <summary>
/// The partner's solutions as Partner Central last listed them: read when a name may first be asked for, and again with every sweep. Where AWS does not answer, the last list stands; without
/// any list ids still work, and names are unknown.
/// </summary>
internal sealed class SolutionList(PartnerCentralClient client, MapHolder maps, TimeProvider time, ILogger<SolutionList> logger)
{
    // A list that fails is not asked for again with every opportunity that is settled meanwhile.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _failed;

    /// <summary>The solutions as last listed.</summary>
    public SolutionCatalogue Current { get; private set; } = SolutionCatalogue.Unread;

    /// <summary>Reads the list if it was never read.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (!Current.IsRead && !(time.GetUtcNow() - _failed < Pause)) await RefreshAsync(cancellation);
    }

    /// <summary>Reads the list anew, where the map has a row that wants it.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (!maps.Current.Rows.Any(r => r.Flow != Flow.None && r.Codec.Name == "solutions")) return;
        try
        {
            Current = SolutionCatalogue.Of((await client.ListSolutionsAsync(cancellation)).Select(Solution));
            _failed = null;
            Log.SolutionsListed(logger, Current.Solutions.Length);
        }
        catch (RemoteException error)
        {
            _failed = time.GetUtcNow();
            Log.SolutionsNotListed(logger, error.Code, error.IsAboutTheWorker ? error.RemoteMessage : "tried again with the next sweep");
        }
    }

    private static Solution Solution(JsonObject summary) => new(Text(summary, "Id"), Text(summary, "Name"), Text(summary, "Status") == "Active");

    private static string Text(JsonObject summary, string member) => summary[member]?.GetValue<string>() ?? "";
}
