using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>GetSellingSystemSettings and PutSellingSystemSettings: the role that resource snapshot jobs run under, one a catalog.</summary>
internal sealed class SettingsOperations(PartnerCentralState state)
{
    public JsonObject Get(JsonObject request) => new()
    {
        ["Catalog"] = request.Text("Catalog"),
        ["ResourceSnapshotJobRoleArn"] = state.Catalog(request).SnapshotJobRole,
    };

    public JsonObject Put(JsonObject request)
    {
        var role = request.Text("ResourceSnapshotJobRoleIdentifier");

        // A role may be named without its account, which is the caller's.
        state.Catalog(request).SnapshotJobRole = role is null || role.StartsWith("arn:", StringComparison.Ordinal) ? role : $"arn:aws:iam::{state.Options.AccountId}:role/{role}";
        return Get(request);
    }
}
