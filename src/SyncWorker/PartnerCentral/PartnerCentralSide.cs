using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.Settling;

namespace SyncWorker.PartnerCentral;

/// <summary>AWS Partner Central: the opportunity, AWS's own view of it, and the invitation of a referral.</summary>
internal sealed class PartnerCentralSide(PartnerCentralClient client, EngagementTasks tasks, SolutionList solutions, MapHolder maps, TimeProvider time) : ISide
{
    /// <summary>The partner's solutions as last listed.</summary>
    public SolutionCatalogue Solutions => solutions.Current;

    public async Task<SideRecord?> ReadAsync(Link link, CancellationToken cancellation)
    {
        await solutions.EnsureAsync(cancellation);
        var readAt = time.GetUtcNow();
        var documents = ImmutableDictionary.CreateBuilder<PathRoot, JsonObject>();
        if (link.OpportunityId is { } id && await Missing.AsNull(client.GetOpportunityAsync(id, cancellation)) is { } opportunity)
        {
            documents[PathRoot.Opportunity] = opportunity;

            // AWS has no view of its own before the submission.
            if (opportunity["LifeCycle"]?["ReviewStatus"]?.GetValue<string>() != ReviewStatus.PendingSubmission
                && await Missing.AsNull(client.GetAwsOpportunitySummaryAsync(id, cancellation)) is { } summary) documents[PathRoot.AwsSummary] = summary;
        }

        if (link.InvitationId is not null && await InvitationAsync(link, cancellation) is { } offered) documents[PathRoot.Invitation] = offered;
        return documents.Count == 0 ? null : SideRecord.OfPartnerCentral(documents.ToImmutable(), readAt);
    }

    public async Task<Delivery> DeliverAsync(Link link, Step step, SideRecord? target, DateTimeOffset sendBy, CancellationToken cancellation)
    {
        switch (step.Kind)
        {
            case StepKind.CreateOpportunity:
                var created = await client.CreateOpportunityAsync((JsonObject)JsonNode.Parse(step.Intent!.Body)!, sendBy, cancellation);
                return new Delivery(link with { OpportunityId = Text(created, "Id") }, Text(created, "LastModifiedDate"));
            case StepKind.UpdateOpportunity:
                var updated = await client.UpdateOpportunityAsync(UpdateDocument.Of(target!.Documents[PathRoot.Opportunity], step.Changes, maps.Current), sendBy, cancellation);
                return new Delivery(link, Text(updated, "LastModifiedDate"));
            case StepKind.Associate or StepKind.Disassociate:
                await AssociateAsync(link.OpportunityId!, step, sendBy, cancellation);
                return new Delivery(link, null);
            case StepKind.Assign:
                await client.AssignOpportunityAsync(link.OpportunityId!, Assignee(step, target!), sendBy, cancellation);
                return new Delivery(link, null);
            case StepKind.Submit:
                return await tasks.TakeAsync(link, step, sendBy, cancellation) is not { } submission ? Delivery.NotFound(link)
                    : new Delivery(link with { SubmittedAt = Text(submission, "StartTime") ?? link.SubmittedAt }, null, EngagementTasks.InProgress(submission));
            case StepKind.Accept:
                return await tasks.TakeAsync(link, step, sendBy, cancellation) is not { } acceptance ? Delivery.NotFound(link)
                    : new Delivery(link with { OpportunityId = Text(acceptance, "OpportunityId") ?? link.OpportunityId }, null, EngagementTasks.InProgress(acceptance));
            case StepKind.Reject:
                await client.RejectEngagementInvitationAsync(link.InvitationId!, step.Reason!, sendBy, cancellation);
                return new Delivery(link with { InvitationStatus = "REJECTED" }, null);
            default:
                throw new InvalidOperationException($"{step.Kind} is no step of Partner Central.");
        }
    }

    /// <summary>
    /// Who rejects an invitation may lose the access to it: what the link remembers of it stands then. One whose answer is not known has to be gone from AWS's lists too, for a lost permission
    /// hides every invitation.
    /// </summary>
    private async Task<JsonObject?> InvitationAsync(Link link, CancellationToken cancellation)
    {
        try
        {
            return await client.GetEngagementInvitationAsync(link.InvitationId!, cancellation);
        }
        catch (RemoteException hidden) when (hidden.Kind == RemoteErrorKind.Missing || hidden.Code == PartnerCentralErrors.AccessDenied)
        {
            var isAnswered = link.InvitationStatus is not (null or "PENDING");
            if (!isAnswered && (await client.ListInvitationsAsync(["PENDING", "ACCEPTED"], cancellation)).Any(i => Text(i, "Id") == link.InvitationId)) throw;
            return null;
        }
    }

    private async Task AssociateAsync(string id, Step step, DateTimeOffset sendBy, CancellationToken cancellation)
    {
        try
        {
            await (step.Kind == StepKind.Associate
                ? client.AssociateOpportunityAsync(id, step.EntityType!, step.Entity!, sendBy, cancellation)
                : client.DisassociateOpportunityAsync(id, step.EntityType!, step.Entity!, sendBy, cancellation));
        }
        catch (RemoteException missing) when (missing.Kind == RemoteErrorKind.Missing)
        {
            // The opportunity was read a moment ago: what AWS does not find is the entity, and that is a refusal of this one association.
            throw new RemoteException("Partner Central", missing.Operation, RemoteErrorKind.Rejected, missing.Code, missing.RemoteMessage, missing) { RequestId = missing.RequestId };
        }
    }

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

    private static string? Text(JsonObject node, string member) => node[member]?.GetValue<string>();
}
