using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>What Partner Central makes of an accepted document before it keeps it.</summary>
internal static class Normalization
{
    private static readonly string[] Written =
        ["PrimaryNeedsFromAws", "NationalSecurity", "PartnerOpportunityIdentifier", "Customer", "Project", "OpportunityType", "Marketing", "SoftwareRevenue", "LifeCycle"];

    /// <summary>The members that a create or update carries, complete; everything left out becomes null.</summary>
    public static JsonObject Complete(JsonObject request)
    {
        var shape = SellingModel.Current.Request("UpdateOpportunity");
        var document = new JsonObject();
        foreach (var member in shape.Members.Where(m => Written.Contains(m.Name)))
            document[member.Name] = SellingModel.Complete(member.Shape, request[member.Name]);
        return EmptyTextToNull(document)!.AsObject();
    }

    public static void Apply(JsonObject document, RuleContext context)
    {
        document["OpportunityType"] ??= "Net New Business";
        document["NationalSecurity"] ??= "No";
        if (document.Text("LifeCycle.Stage") is null) document.Put("LifeCycle.Stage", "Prospect");
        foreach (var spend in document.Objects("Project.ExpectedCustomerSpend"))
        {
            if (spend.Text("TargetCompany") != "Self") spend["TargetCompany"] = "AWS";
        }

        Estimation.Apply(document, context);

        // Programs that AWS does not know vanish without a word.
        var programs = document.Texts("Project.ApnPrograms");
        var known = programs.Where(p => RuleContext.IsAllowed("ApnPrograms", p)).ToList();
        if (known.Count < programs.Count) document.Put("Project.ApnPrograms", known.Count == 0 ? null : known.ToJsonArray());
        if (document.Text("OpportunityType") == "Net New Business" && document["Project"] is JsonObject project) project["RelatedOpportunityIdentifier"] = null;
    }

    private static JsonNode? EmptyTextToNull(JsonNode? node) => node switch
    {
        JsonObject item => new JsonObject(item.Select(member => KeyValuePair.Create(member.Key, EmptyTextToNull(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(EmptyTextToNull)]),
        JsonValue value when value.TryGetValue(out string? text) && text.Length == 0 => null,
        _ => node?.DeepClone(),
    };
}
