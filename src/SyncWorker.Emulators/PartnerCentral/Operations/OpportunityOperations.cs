using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>One opportunity: create, read, update, submit by hand, and AWS's view of it.</summary>
internal sealed class OpportunityOperations(PartnerCentralState state)
{
    private const string AwsReferral = "AWS Referral";

    public JsonObject Create(JsonObject request) => state.Once("CreateOpportunity", request, () =>
    {
        var origin = request.Text("Origin") ?? "Partner Referral";
        if (origin == AwsReferral && request.Text("Catalog") != "Sandbox")
            throw SellingException.BusinessValidation("Origin", "Field Origin must be 'Partner Referral' in catalog AWS.", ProblemCode.ActionNotPermitted);

        var record = new OpportunityWriting(state).Create(request, origin);
        if (origin == AwsReferral) new Referrals(state).Invite(record);
        var answer = new JsonObject
        {
            ["Id"] = record.Id,
            ["PartnerOpportunityIdentifier"] = record.Document["PartnerOpportunityIdentifier"]?.DeepClone(),
            ["LastModifiedDate"] = Stamp.Milliseconds(record.Modified),
        };
        return () => answer.Copy();
    });

    public JsonObject Get(JsonObject request) => OpportunityRendering.Full(Opportunity(request), state);

    public JsonObject Update(JsonObject request)
    {
        var record = Opportunity(request);
        if (Stamp.Read(request.Text("LastModifiedDate")!) != record.Modified)
            throw SellingException.Conflict($"Opportunity {record.Id} was modified since {request.Text("LastModifiedDate")}. Get the latest version and try again.");

        new OpportunityWriting(state).Replace(record, request);
        return new JsonObject { ["Id"] = record.Id, ["LastModifiedDate"] = Stamp.Milliseconds(record.Modified) };
    }

    public JsonObject? Submit(JsonObject request)
    {
        new Submission(state).Submit(Opportunity(request), request.Text("InvolvementType")!, request.Text("Visibility"));
        return null;
    }

    public JsonObject AwsSummary(JsonObject request)
    {
        var id = request.Text("RelatedOpportunityIdentifier")!;
        return Operations.AwsSummary.Render(state.Catalog(request).Opportunity(id)) ?? throw SellingException.NotFound(id);
    }

    private OpportunityRecord Opportunity(JsonObject request) => state.Catalog(request).Opportunity(request.Text("Identifier")!);
}
