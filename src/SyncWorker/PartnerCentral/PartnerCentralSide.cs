using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.Settling;

namespace SyncWorker.PartnerCentral;

/// <summary>AWS Partner Central: the opportunity, AWS's own view of it, and the invitation of a referral.</summary>
internal sealed class PartnerCentralSide(PartnerCentralClient client, SolutionList solutions, MapHolder maps, TimeProvider time) : ISide
{
    /// <summary>The partner's solutions as last listed.</summary>
    public SolutionCatalogue Solutions => solutions.Current;

    public async Task<SideRecord?> ReadAsync(Link link, CancellationToken cancellation)
    {
        await solutions.EnsureAsync(cancellation);
        var documents = ImmutableDictionary.CreateBuilder<PathRoot, JsonObject>();
        if (link.OpportunityId is { } id && await Missing.AsNull(client.GetOpportunityAsync(id, cancellation)) is { } opportunity)
        {
            documents[PathRoot.Opportunity] = opportunity;

            // AWS has no view of its own before the submission.
            if (opportunity["LifeCycle"]?["ReviewStatus"]?.GetValue<string>() != ReviewStatus.PendingSubmission
                && await Missing.AsNull(client.GetAwsOpportunitySummaryAsync(id, cancellation)) is { } summary) documents[PathRoot.AwsSummary] = summary;
        }

        // Access to a rejected invitation is lost; what the link remembers of it stands.
        if (link.InvitationId is { } invitation && await Missing.AsNull(client.GetEngagementInvitationAsync(invitation, cancellation)) is { } offered)
            documents[PathRoot.Invitation] = offered;
        return documents.Count == 0 ? null : SideRecord.OfPartnerCentral(documents.ToImmutable(), time.GetUtcNow());
    }

    public async Task<Delivery> DeliverAsync(Link link, Step step, SentWrite? sent, SideRecord? target, CancellationToken cancellation)
    {
        switch (step.Kind)
        {
            case StepKind.CreateOpportunity:
                var created = await client.CreateOpportunityAsync(Body(step), cancellation);
                return new Delivery(link with { OpportunityId = Text(created, "Id") }, Text(created, "LastModifiedDate"));
            case StepKind.UpdateOpportunity:
                var updated = await client.UpdateOpportunityAsync(UpdateDocument.Of(target!.Documents[PathRoot.Opportunity], step.Changes, maps.Current), cancellation);
                return new Delivery(link, Text(updated, "LastModifiedDate"));
            case StepKind.Associate or StepKind.Disassociate:
                await AssociateAsync(link.OpportunityId!, step, cancellation);
                return new Delivery(link, null);
            case StepKind.Assign:
                await client.AssignOpportunityAsync(link.OpportunityId!, Assignee(step, target!), cancellation);
                return new Delivery(link, null);
            case StepKind.Submit:
                var submission = await TaskAsync(step, client.StartEngagementFromOpportunityTaskAsync, client.ListEngagementFromOpportunityTasksAsync, cancellation);
                return new Delivery(link with { SubmittedAt = Text(submission, "StartTime") ?? link.SubmittedAt }, null, InProgress(submission));
            case StepKind.Accept:
                var acceptance = await TaskAsync(step, client.StartEngagementByAcceptingInvitationTaskAsync, client.ListEngagementByAcceptingInvitationTasksAsync, cancellation);
                return new Delivery(link with { OpportunityId = Text(acceptance, "OpportunityId") ?? link.OpportunityId }, null, InProgress(acceptance));
            case StepKind.Reject:
                await client.RejectEngagementInvitationAsync(link.InvitationId!, step.Reason!, cancellation);
                return new Delivery(link with { InvitationStatus = "REJECTED" }, null);
            default:
                throw new InvalidOperationException($"{step.Kind} is no step of Partner Central.");
        }
    }

    private async Task AssociateAsync(string id, Step step, CancellationToken cancellation)
    {
        try
        {
            await (step.Kind == StepKind.Associate
                ? client.AssociateOpportunityAsync(id, step.EntityType!, step.Entity!, cancellation)
                : client.DisassociateOpportunityAsync(id, step.EntityType!, step.Entity!, cancellation));
        }
        catch (RemoteException missing) when (missing.Kind == RemoteErrorKind.Missing)
        {
            // The opportunity was read a moment ago: what AWS does not find is the entity, and that is a refusal of this one association.
            throw new RemoteException("Partner Central", missing.Operation, RemoteErrorKind.Rejected, missing.Code, missing.RemoteMessage, missing) { RequestId = missing.RequestId };
        }
    }

    private static JsonObject Body(Step step) => (JsonObject)JsonNode.Parse(step.Intent!.Body)!;

    /// <summary>AssignOpportunity takes the whole contact: what changes over what AWS holds.</summary>
    private static JsonObject Assignee(Step step, SideRecord target)
    {
        var team = target.Documents[PathRoot.Opportunity]["OpportunityTeam"] as JsonArray;
        var present = team?.OfType<JsonObject>().FirstOrDefault(m => m["BusinessTitle"]?.GetValue<string>() == "PartnerAccountManager");
        var assignee = new JsonObject { ["BusinessTitle"] = "PartnerAccountManager" };
        foreach (var member in (string[])["Email", "FirstName", "LastName", "Phone"])
        {
            var change = step.Changes.FirstOrDefault(c => c.Writes[0].Key.EndsWith("." + member, StringComparison.Ordinal));
            var value = change is null ? present?[member]?.DeepClone() : JsonNode.Parse(change.Writes[0].Value);
            if (value is not null) assignee[member] = value;
        }

        return assignee;
    }

    /// <summary>Starts an engagement task, or asks after the one under way by a list, which costs a read and no write.</summary>
    private static async Task<JsonObject> TaskAsync(
        Step step, Func<JsonObject, CancellationToken, Task<JsonObject>> start, Func<string, CancellationToken, Task<IReadOnlyList<JsonObject>>> list, CancellationToken cancellation)
    {
        var known = step.Intent!.TaskId is { } id && await list(id, cancellation) is [var listed, ..] ? listed : null;
        var task = known ?? await start(Body(step), cancellation);
        return Text(task, "TaskStatus") == "FAILED" ? throw PartnerCentralErrors.Read(step.Kind.ToString(), task) : task;
    }

    private static string? InProgress(JsonObject task) => Text(task, "TaskStatus") == "COMPLETE" ? null : Text(task, "TaskId");

    private static string? Text(JsonObject node, string member) => node[member]?.GetValue<string>();
}
