namespace SyncWorker.PartnerCentral.Quota;

/// <summary>An operation of the Selling API, as quotas see it.</summary>
/// <param name="Name">AWS's name, such as <c>GetOpportunity</c>.</param>
internal readonly record struct Operation(string Name)
{
    /// <summary>What it counts as. Task lists have no documented quota; they count as reads.</summary>
    public CallKind Kind => Name.StartsWith("Get", StringComparison.Ordinal) || Name.StartsWith("List", StringComparison.Ordinal) ? CallKind.Read : CallKind.Write;

    /// <summary>Whether it may use what is kept for accepting and submitting, and what leads there.</summary>
    public bool MayUseReserve => Name is "StartEngagementByAcceptingInvitationTask" or "RejectEngagementInvitation" or "CreateOpportunity" or "AssociateOpportunity" or "StartEngagementFromOpportunityTask";

    /// <summary>The operation that a request names in its header; without a name where it names none.</summary>
    public static Operation Of(HttpRequestMessage request) =>
        new(request.Headers.TryGetValues(PartnerCentralClient.Target, out var target) ? target.First().Split('.')[^1] : "");
}
