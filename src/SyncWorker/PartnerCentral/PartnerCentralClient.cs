using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SyncWorker.Remote;

namespace SyncWorker.PartnerCentral;

/// <summary>The AWS Partner Central Selling API over AWS JSON 1.0. Documents stay as JSON and dates as AWS wrote them.</summary>
internal sealed class PartnerCentralClient(HttpClient http, IOptionsMonitor<PartnerCentralOptions> options, Answered answered, TimeProvider time)
{
    /// <summary>The header that names the operation.</summary>
    public const string Target = "X-Amz-Target";

    private const int PageSize = 100;

    /// <summary>The catalog that all calls of the process go to: settings that change in the middle of a pass send none of it elsewhere.</summary>
    public string? Catalog { get; } = options.CurrentValue.Catalog;

    public Task<JsonObject> CreateOpportunityAsync(JsonObject body, DateTimeOffset sendBy, CancellationToken cancellation) => CallAsync("CreateOpportunity", body, cancellation, sendBy);

    public Task<JsonObject> GetOpportunityAsync(string id, CancellationToken cancellation) => CallAsync("GetOpportunity", new JsonObject { ["Identifier"] = id }, cancellation);

    public Task<JsonObject> UpdateOpportunityAsync(JsonObject document, DateTimeOffset sendBy, CancellationToken cancellation) => CallAsync("UpdateOpportunity", document, cancellation, sendBy);

    public Task AssociateOpportunityAsync(string id, string type, string entity, DateTimeOffset sendBy, CancellationToken cancellation) =>
        CallAsync("AssociateOpportunity", Association(id, type, entity), cancellation, sendBy);

    public Task DisassociateOpportunityAsync(string id, string type, string entity, DateTimeOffset sendBy, CancellationToken cancellation) =>
        CallAsync("DisassociateOpportunity", Association(id, type, entity), cancellation, sendBy);

    public Task AssignOpportunityAsync(string id, JsonObject assignee, DateTimeOffset sendBy, CancellationToken cancellation) =>
        CallAsync("AssignOpportunity", new JsonObject { ["Identifier"] = id, ["Assignee"] = assignee }, cancellation, sendBy);

    public Task<JsonObject> StartEngagementFromOpportunityTaskAsync(JsonObject body, DateTimeOffset sendBy, CancellationToken cancellation) => CallAsync("StartEngagementFromOpportunityTask", body, cancellation, sendBy);

    public Task<JsonObject> StartEngagementByAcceptingInvitationTaskAsync(JsonObject body, DateTimeOffset sendBy, CancellationToken cancellation) =>
        CallAsync("StartEngagementByAcceptingInvitationTask", body, cancellation, sendBy);

    /// <summary>The submission tasks that fit a filter: <c>TaskIdentifier</c> or <c>OpportunityIdentifier</c>.</summary>
    public Task<IReadOnlyList<JsonObject>> ListEngagementFromOpportunityTasksAsync(string filter, string value, CancellationToken cancellation) =>
        ListAsync("ListEngagementFromOpportunityTasks", "TaskSummaries", new JsonObject { [filter] = new JsonArray(value) }, cancellation);

    /// <summary>The acceptance tasks that fit a filter: <c>TaskIdentifier</c> or <c>EngagementInvitationIdentifier</c>.</summary>
    public Task<IReadOnlyList<JsonObject>> ListEngagementByAcceptingInvitationTasksAsync(string filter, string value, CancellationToken cancellation) =>
        ListAsync("ListEngagementByAcceptingInvitationTasks", "TaskSummaries", new JsonObject { [filter] = new JsonArray(value) }, cancellation);

    /// <summary>The resources of an engagement, which the partner's opportunities are.</summary>
    public Task<IReadOnlyList<JsonObject>> ListEngagementResourceAssociationsAsync(string engagement, CancellationToken cancellation) =>
        ListAsync("ListEngagementResourceAssociations", "EngagementResourceAssociationSummaries", new JsonObject { ["EngagementIdentifier"] = engagement, ["ResourceType"] = "Opportunity" }, cancellation);

    public Task RejectEngagementInvitationAsync(string id, string reason, DateTimeOffset sendBy, CancellationToken cancellation) =>
        CallAsync("RejectEngagementInvitation", new JsonObject { ["Identifier"] = id, ["RejectionReason"] = reason }, cancellation, sendBy);

    public Task<JsonObject> GetAwsOpportunitySummaryAsync(string id, CancellationToken cancellation) =>
        CallAsync("GetAwsOpportunitySummary", new JsonObject { ["RelatedOpportunityIdentifier"] = id }, cancellation);

    public Task<JsonObject> GetEngagementInvitationAsync(string id, CancellationToken cancellation) => CallAsync("GetEngagementInvitation", new JsonObject { ["Identifier"] = id }, cancellation);

    /// <summary>The summaries of all opportunities that changed on or after a date, oldest first; of all opportunities where there is none yet.</summary>
    public Task<IReadOnlyList<JsonObject>> ListOpportunitiesAsync(DateTimeOffset? changedSince, CancellationToken cancellation)
    {
        var body = new JsonObject { ["Sort"] = new JsonObject { ["SortBy"] = "LastModifiedDate", ["SortOrder"] = "ASCENDING" } };
        if (changedSince is { } since) body["LastModifiedDate"] = new JsonObject { ["AfterLastModifiedDate"] = since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) };
        return OnceAsync(ListAsync("ListOpportunities", "OpportunitySummaries", body, cancellation));
    }

    /// <summary>What is saved while the list is read stands on two of its pages: it is given once, as it was read last.</summary>
    private static async Task<IReadOnlyList<JsonObject>> OnceAsync(Task<IReadOnlyList<JsonObject>> listed) => [.. (await listed).Reverse().DistinctBy(o => o["Id"]?.GetValue<string>()).Reverse()];

    /// <summary>The summaries of all opportunities that were created since a time, oldest first.</summary>
    public Task<IReadOnlyList<JsonObject>> ListOpportunitiesCreatedSinceAsync(DateTimeOffset createdSince, CancellationToken cancellation) => ListAsync("ListOpportunities", "OpportunitySummaries", new JsonObject
    {
        ["Sort"] = new JsonObject { ["SortBy"] = "CreatedDate", ["SortOrder"] = "ASCENDING" },
        ["CreatedDate"] = new JsonObject { ["AfterCreatedDate"] = createdSince.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) },
    }, cancellation);

    /// <summary>The invitations that wait for the partner's answer, of opportunities and of leads. What was answered long ago is not read again with every poll.</summary>
    public Task<IReadOnlyList<JsonObject>> ListPendingInvitationsAsync(CancellationToken cancellation) => ListInvitationsAsync(["PENDING"], cancellation);

    /// <summary>The invitations to the partner with a status, of opportunities and of leads.</summary>
    public Task<IReadOnlyList<JsonObject>> ListInvitationsAsync(string[] statuses, CancellationToken cancellation) => ListAsync("ListEngagementInvitations", "EngagementInvitationSummaries",
        new JsonObject { ["ParticipantType"] = "RECEIVER", ["Status"] = new JsonArray([.. statuses.Select(s => JsonValue.Create(s))]) }, cancellation);

    /// <summary>The partner's solutions, retired ones too: a deal keeps the one it was sold with.</summary>
    public Task<IReadOnlyList<JsonObject>> ListSolutionsAsync(CancellationToken cancellation) => ListAsync("ListSolutions", "SolutionSummaries", [], cancellation);

    /// <summary>What the service model requires of an answer, one member of it: without that, somebody else answered, or a part is missing.</summary>
    private static string? Required(string operation) => operation switch
    {
        "CreateOpportunity" or "GetEngagementInvitation" => "Id",
        "GetOpportunity" or "UpdateOpportunity" => "LastModifiedDate",
        "GetAwsOpportunitySummary" => "Catalog",
        "ListOpportunities" => "OpportunitySummaries",
        _ => null,
    };

    private static JsonObject Association(string id, string type, string entity) => new() { ["OpportunityIdentifier"] = id, ["RelatedEntityType"] = type, ["RelatedEntityIdentifier"] = entity };

    private async Task<IReadOnlyList<JsonObject>> ListAsync(string operation, string member, JsonObject body, CancellationToken cancellation)
    {
        var items = new List<JsonObject>();
        body["MaxResults"] = PageSize;
        while (true)
        {
            var page = await CallAsync(operation, body, cancellation);
            items.AddRange(page[member] is JsonArray list ? list.Taken() : throw RemoteException.NoAnswer("Partner Central", operation, new System.Text.Json.JsonException($"it has no {member}")));
            if (page["NextToken"]?.GetValue<string>() is not { Length: > 0 } next) return items;
            body["NextToken"] = next;
        }
    }

    /// <param name="operation">AWS's name of it.</param>
    /// <param name="body">The request, without the catalog.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="sendBy">By when it must be sent, where it writes.</param>
    private async Task<JsonObject> CallAsync(string operation, JsonObject body, CancellationToken cancellation, DateTimeOffset? sendBy = null)
    {
        var sent = (JsonObject)body.DeepClone();
        sent["Catalog"] = Catalog;
        using var request = new HttpRequestMessage(HttpMethod.Post, options.CurrentValue.Address()) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(sent.ToJsonString())) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add(Target, "AWSPartnerCentralSelling." + operation);
        if (sendBy is { } latest) SendingHandler.Bound(request, latest);
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                var error = PartnerCentralErrors.Read(operation, answer, await answer.Content.ReadAsStringAsync(cancellation));
                if (error.Kind == RemoteErrorKind.Throttled) error.RetryAt = time.GetUtcNow() + answer.RetryAfter(time);
                throw error;
            }

            // Associate, Disassociate, Assign and Reject answer 200 with no body at all.
            var document = ApiAnswer.Read(await answer.Content.ReadAsByteArrayAsync(cancellation), Required(operation), EntityDecoding.Parse);
            answered.Well("Partner Central", operation);
            return document;
        }
        catch (RemoteException error) when (SendingHandler.MayHaveLanded(request))
        {
            error.MayHaveLanded = true;
            throw;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or System.Text.Json.JsonException or Polly.Timeout.TimeoutRejectedException)
        {
            var error = RemoteException.NoAnswer("Partner Central", operation, lost);

            // What got no further than its signature was not sent; what was answered in words that cannot be read was.
            error.MayHaveLanded = lost is System.Text.Json.JsonException || SendingHandler.MayHaveLanded(request);
            throw error;
        }
    }
}
