using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>AWS's own record of an opportunity, in the members of GetAwsOpportunitySummary.</summary>
internal sealed class AwsView
{
    /// <summary>Everything that AWS's people may edit, including what the partner is not shown yet.</summary>
    public required JsonObject Document { get; set; }

    public string InvolvementType => Document.Text(nameof(InvolvementType))!;

    public void BecomeCoSell(string reason)
    {
        Document[nameof(InvolvementType)] = "Co-Sell";
        Document["InvolvementTypeChangeReason"] = reason;
    }
}
