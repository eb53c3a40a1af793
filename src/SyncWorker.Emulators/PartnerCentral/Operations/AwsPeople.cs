using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;
using SyncWorker.Emulators.PartnerCentral.Rules;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.PartnerCentral.Wire;
using SyncWorker.Emulators.Seed;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>AWS's people: a reviewer who decides, and sellers who keep AWS's own record and refer deals.</summary>
internal sealed class AwsPeople(PartnerCentralState state)
{
    private static readonly string[] Fixed = ["RelatedOpportunityId", "Origin", "Catalog"];

    public void Review(OpportunityRecord record, ReviewDecision decision)
    {
        if (!Reviewing.Allows(record.Status, decision.Status))
            throw new PersonRefusedException(ProblemCode.InvalidResourceState, $"Cannot transition opportunity from status '{record.Status}' to '{decision.Status}'.");
        if (decision.Reason is not null && !RuleContext.IsAllowed("ReviewStatusReason", decision.Reason))
            throw new PersonRefusedException(ProblemCode.InvalidEnumValue, $"'{decision.Reason}' is no review status reason.");
        new Reviewing(state).Decide(record, decision);
        record.Touch(state.Now);
    }

    public void Edit(OpportunityRecord record, IReadOnlyDictionary<string, JsonNode?> set)
    {
        if (record.Aws is null) throw new PersonRefusedException(ProblemCode.InvalidResourceState, $"AWS has no record of {record.Id} before its submission.");
        if (set.Keys.FirstOrDefault(path => Fixed.Contains(path)) is { } path)
            throw new PersonRefusedException(ProblemCode.ActionNotPermitted, $"{path} cannot be written.");

        var view = record.Aws.Document.Copy();
        foreach (var (member, value) in set) JsonPath.Set(view, member, value);
        RequestValidator.Check(AwsSummary.Shape, view);
        var complete = SellingModel.Complete(AwsSummary.Shape, view)!.AsObject();
        Colleagues.RefuseUnknown(complete, set);
        if (record.Aws.InvolvementType == SubmissionRules.CoSell && complete.Text("InvolvementType") != SubmissionRules.CoSell)
            throw new PersonRefusedException(ProblemCode.ActionNotPermitted, "A co-sell opportunity does not become visibility only again.");

        RememberNextSteps(record.Aws.Document, complete);
        record.Aws.Document = complete;
        new Engaging(state).ShowAwss(record);
        if (state.Options.AwsEditsMoveLastModifiedDate) record.Touch(state.Now);
    }

    public InvitationRecord Refer(JsonObject opportunity)
    {
        var request = Overlay.On(PartnerCentralReferral.Example(state.Now), opportunity);
        request["ClientToken"] = "-";
        RequestValidator.Check(SellingModel.Current.Request("CreateOpportunity"), request);
        return new Referrals(state).Invite(new OpportunityWriting(state).Create(request, "AWS Referral"));
    }

    private void RememberNextSteps(JsonObject before, JsonObject after)
    {
        if (after.Text("LifeCycle.NextSteps") is not { } steps || steps == before.Text("LifeCycle.NextSteps")) return;
        if (after.At("LifeCycle.NextStepsHistory") is not JsonArray) after.Put("LifeCycle.NextStepsHistory", new JsonArray());
        after.At("LifeCycle.NextStepsHistory")!.AsArray().Insert(0, new JsonObject { ["Value"] = steps, ["Time"] = Stamp.Seconds(state.Now) });
    }
}
