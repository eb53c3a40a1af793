using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Simulation.Faults;

/// <summary>A call of the worker on its way.</summary>
/// <param name="Side">To whom.</param>
/// <param name="Point">What kind of call it is.</param>
/// <param name="Operation">AWS's operation, or Salesforce's method and resource.</param>
/// <param name="Body">The request's body.</param>
internal sealed record Call(Side Side, CallPoint Point, string Operation, string Body)
{
    /// <summary>When it was sent, whenever it arrives.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>Whether it changes something.</summary>
    public bool IsWrite => Writes(Point);

    /// <summary>Whether a kind of call changes something.</summary>
    public static bool Writes(CallPoint point) => point is CallPoint.SalesforceUpdate or CallPoint.SalesforceLinkBack or CallPoint.SalesforceUpdates or CallPoint.SalesforceInsert or CallPoint.Create or CallPoint.Update or CallPoint.Associate or CallPoint.StartSubmission or CallPoint.Accept or CallPoint.Reject;

    /// <summary>Whether it is refused where the record changed since it was read.</summary>
    public bool IsGuarded => Point is CallPoint.SalesforceUpdate or CallPoint.SalesforceLinkBack or CallPoint.SalesforceUpdates or CallPoint.Update;

    public static Call Of(Side side, HttpRequestMessage request, string body)
    {
        if (request.Headers.TryGetValues("X-Amz-Target", out var target))
        {
            var operation = target.First().Split('.')[^1];
            return new Call(side, AtAws(operation, body), operation, body);
        }

        var path = request.RequestUri!.AbsolutePath;
        var name = $"{request.Method} {path[(path.LastIndexOf('/') + 1)..]}";
        return new Call(side, InSalesforce(request, path, body), name, body);
    }

    /// <summary>The records or the opportunity that it names.</summary>
    public IEnumerable<string> Targets()
    {
        if (Body.Length == 0 || JsonNode.Parse(Body) is not { } body) yield break;
        if (Side == Side.PartnerCentral && (body["Identifier"] ?? body["OpportunityIdentifier"])?.GetValue<string>() is { } id && id.StartsWith('O')) yield return id;
        foreach (var subrequest in body["compositeRequest"] as JsonArray ?? [])
        {
            var url = subrequest!["url"]!.GetValue<string>();
            if (subrequest["method"]!.GetValue<string>() == "PATCH") yield return url[(url.LastIndexOf('/') + 1)..];
        }
    }

    private static CallPoint AtAws(string operation, string body) => operation switch
    {
        "ListOpportunities" => body.Contains("\"NextToken\"", StringComparison.Ordinal) ? CallPoint.ListNext : CallPoint.List,
        "GetOpportunity" or "GetAwsOpportunitySummary" or "GetEngagementInvitation" => CallPoint.Get,
        "CreateOpportunity" => CallPoint.Create,
        "UpdateOpportunity" or "AssignOpportunity" => CallPoint.Update,
        "AssociateOpportunity" or "DisassociateOpportunity" => CallPoint.Associate,
        "StartEngagementFromOpportunityTask" => CallPoint.StartSubmission,
        "StartEngagementByAcceptingInvitationTask" => CallPoint.Accept,
        "RejectEngagementInvitation" => CallPoint.Reject,
        "ListEngagementInvitations" => CallPoint.ListInvitations,
        "ListEngagementFromOpportunityTasks" or "ListEngagementByAcceptingInvitationTasks" => CallPoint.AskForTask,
        _ => CallPoint.OtherRead,
    };

    /// <summary>The update that brings a record AWS's number; else of several records together; else any other.</summary>
    private static CallPoint UpdateOf(string body) => body.Contains("APN_CRM_Unique_Identifier__c\":\"O", StringComparison.Ordinal) ? CallPoint.SalesforceLinkBack
        : body.Split("\"PATCH\"").Length > 2 ? CallPoint.SalesforceUpdates : CallPoint.SalesforceUpdate;

    private static CallPoint InSalesforce(HttpRequestMessage request, string path, string body)
    {
        if (path.EndsWith("/token", StringComparison.Ordinal)) return CallPoint.SalesforceToken;
        if (path.EndsWith("/describe", StringComparison.Ordinal)) return CallPoint.SalesforceDescribe;
        if (path.EndsWith("/composite", StringComparison.Ordinal))
            return body.Contains("\"PATCH\"", StringComparison.Ordinal) ? UpdateOf(body) : body.Contains("%20OR%20%28", StringComparison.Ordinal) ? CallPoint.SalesforceNextPage : CallPoint.SalesforcePoll;
        if (request.Method == HttpMethod.Post) return CallPoint.SalesforceInsert;
        if (path.EndsWith("/query", StringComparison.Ordinal)) return request.RequestUri!.Query.Contains("Organization", StringComparison.Ordinal) ? CallPoint.SalesforceOrg : CallPoint.SalesforceRead;
        return CallPoint.SalesforceFind;
    }
}
