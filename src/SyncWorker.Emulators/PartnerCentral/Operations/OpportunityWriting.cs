using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Rules;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Creates and changes opportunities; the API and Partner Central's own pages go through the same rules.</summary>
internal sealed class OpportunityWriting(PartnerCentralState state)
{
    private const int HistoryMax = 50;

    public OpportunityRecord Create(JsonObject request, string origin)
    {
        var data = state.Catalog(request);
        var document = Normalization.Complete(request);
        ContractValue.Complete(document, null);
        var context = new RuleContext(state, data, null);
        var problems = new Problems();
        OpportunityRules.Check(document, context, problems);
        var team = TeamRules.AtCreation(request.Objects("OpportunityTeam"), state.Seed, problems);
        problems.ThrowIfAny();
        var tags = TagOperations.Distinct(request);

        Normalization.Apply(document, context);
        var now = Stamp.ToMilliseconds(state.Now);
        var record = new OpportunityRecord
        {
            Id = state.Identifiers.Opportunity(),
            Catalog = request.Text("Catalog")!,
            Origin = origin,
            Created = now,
            Modified = now,
            Document = document,
        };
        record.Team.AddRange(team);
        foreach (var (key, value) in tags) data.TagsOf(state.Arn(record.Catalog, "opportunity", record.Id))[key] = value;

        // Whatever status was sent: review is AWS's to give.
        record.SetReview(ReviewStatus.PendingSubmission, null, null);
        document.Put("LifeCycle.NextStepsHistory", new JsonArray());
        RememberNextSteps(document, null, now);
        data.Opportunities.Add(record.Id, record);
        return record;
    }

    /// <summary>Replaces the whole document: what the request leaves out becomes null.</summary>
    public void Replace(OpportunityRecord record, JsonObject request)
    {
        var data = state.Catalogs[record.Catalog];
        var document = Normalization.Complete(request);
        KeepUnsentDuration(request, document, record);
        ContractValue.Complete(document, record.Document);
        var context = new RuleContext(state, data, record);
        var problems = new Problems();
        var decision = SandboxReview.Decision(record, request, problems);
        if (decision is null)
        {
            RefuseLockedStatus(record, problems);
            Editability.Check(document, record, state.Options, problems);
        }

        OpportunityRules.Check(document, context, problems);
        problems.ThrowIfAny();

        Normalization.Apply(document, context);
        KeepWhatIsAwss(document, record);
        if (state.Options.UnsentReviewStatusIsLost && request.Text("LifeCycle.ReviewStatus") is null) document.Put("LifeCycle.ReviewStatus", null);
        RememberNextSteps(document, record.Document.Text("LifeCycle.NextSteps"), state.Now);
        if (record.Status == ReviewStatus.Approved && !Sameness.Of(record.Document["PrimaryNeedsFromAws"], document["PrimaryNeedsFromAws"]))
            record.Aws!.BecomeCoSell("Customer Requested");

        record.Document = document;
        state.Touch(record);
        if (decision is not null) new Reviewing(state).Decide(record, decision);
        else if (record.Status == ReviewStatus.ActionRequired) record.SetReview(ReviewStatus.Submitted, null, null);
        if (decision is null) new Engaging(state).ShowPartners(record);
    }

    private static void RefuseLockedStatus(OpportunityRecord record, Problems problems)
    {
        if (record.Status is not (ReviewStatus.Submitted or ReviewStatus.InReview or ReviewStatus.Rejected)) return;
        problems.Add(
            "LifeCycle.ReviewStatus", $"Opportunity {record.Id} cannot be updated when its review status is '{record.Status}'.", ProblemCode.InvalidResourceState);
        problems.ThrowIfAny();
    }

    // The one exception to the full replacement: only an explicit null clears the contract duration.
    private static void KeepUnsentDuration(JsonObject request, JsonObject document, OpportunityRecord record)
    {
        if (request["Project"] is JsonObject sent && !sent.ContainsKey("ExpectedContractDuration"))
            document.Put("Project.ExpectedContractDuration", record.Document.At("Project.ExpectedContractDuration")?.DeepClone());
    }

    private static void KeepWhatIsAwss(JsonObject document, OpportunityRecord record)
    {
        foreach (var name in new[] { "ReviewStatus", "ReviewComments", "ReviewStatusReason", "NextStepsHistory" })
            document.Put($"LifeCycle.{name}", record.Document.At($"LifeCycle.{name}")?.DeepClone());
    }

    private static void RememberNextSteps(JsonObject document, string? before, DateTimeOffset now)
    {
        if (document.Text("LifeCycle.NextSteps") is not { } steps || steps == before) return;
        var history = document.At("LifeCycle.NextStepsHistory")!.AsArray();
        history.Insert(0, new JsonObject { ["Value"] = steps, ["Time"] = Stamp.Seconds(now) });
        while (history.Count > HistoryMax) history.RemoveAt(history.Count - 1);
    }
}
