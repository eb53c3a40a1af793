using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>The partner's own people in Partner Central's pages: they meet the same rules as the API's callers.</summary>
internal sealed class Colleagues(PartnerCentralState state)
{
    public string Create(JsonObject opportunity)
    {
        var request = opportunity.Copy();
        request["Catalog"] ??= "AWS";
        request["ClientToken"] = "-";
        RequestValidator.Check(SellingModel.Current.Request("CreateOpportunity"), request);
        return new OpportunityWriting(state).Create(request, "Partner Referral").Id;
    }

    public void Edit(OpportunityRecord record, IReadOnlyDictionary<string, JsonNode?> set)
    {
        var request = record.Document.Copy();
        foreach (var (path, value) in set) JsonPath.Set(request, path, value);
        RefuseForeign(record, request, set);
        request["Catalog"] = record.Catalog;
        request["Identifier"] = record.Id;
        request["LastModifiedDate"] = Wire.Stamp.Milliseconds(record.Modified);
        var shape = SellingModel.Current.Request("UpdateOpportunity");
        RequestValidator.Check(shape, request);
        RefuseUnknown(SellingModel.Complete(shape, request)!, set);
        new OpportunityWriting(state).Replace(record, request);
    }

    private static void RefuseForeign(OpportunityRecord record, JsonObject request, IReadOnlyDictionary<string, JsonNode?> set)
    {
        foreach (var path in new[] { "LifeCycle.ReviewStatus", "LifeCycle.ReviewComments", "LifeCycle.ReviewStatusReason", "LifeCycle.NextStepsHistory" })
        {
            if (!JsonNode.DeepEquals(record.Document.At(path), request.At(path)))
                throw new PersonRefusedException(ProblemCode.ActionNotPermitted, $"{path} is not the partner's to write.");
        }

        foreach (var path in set.Keys.Where(p => p is "Catalog" or "Identifier" or "LastModifiedDate"))
            throw new PersonRefusedException(ProblemCode.ActionNotPermitted, $"{path} cannot be written.");
    }

    internal static void RefuseUnknown(JsonNode complete, IReadOnlyDictionary<string, JsonNode?> set)
    {
        foreach (var (path, _) in set.Where(s => s.Value is not null && JsonPath.Get(complete, s.Key) is null))
            throw new PersonRefusedException(ProblemCode.InvalidValue, $"There is no member {path}.");
    }
}
