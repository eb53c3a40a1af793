using System.Text.Json.Nodes;
using SyncWorker.Adoption;
using SyncWorker.Simulation.People;
using SyncWorker.Simulation.Rows;

namespace SyncWorker.Simulation.Worlds;

/// <summary>A deal that another tool has kept on both sides: how it stood when people decided about it, and what they decided.</summary>
/// <param name="Number">AWS's number.</param>
/// <param name="Opportunity">The Opportunity in Salesforce.</param>
/// <param name="Differs">Whether the two have moved apart.</param>
/// <param name="IsFound">Whether AWS's opportunity carries the Opportunity's id.</param>
internal sealed record InheritedDeal(string Number, string Opportunity, bool Differs, bool IsFound)
{
    private static readonly SimulatedRow[] Sendable = [SimulatedRows.Stage, SimulatedRows.CloseDate];
    private string? _document;

    /// <summary>Whether people decided that it gets a co-sell record.</summary>
    public bool IsAdopted { get; private set; }

    /// <summary>The row whose value in Salesforce a person chose to send; null where none.</summary>
    public SimulatedRow? Chosen { get; private set; }

    /// <summary>Makes one on both sides, as it may be after years of another tool.</summary>
    public static InheritedDeal Make(Universe universe, int index)
    {
        var (chance, salesforce, aws) = (universe.Chance, universe.Salesforce, universe.PartnerCentral);
        var (differs, isFound, number) = (chance.Of(0.5), chance.Of(0.8), 1000 * index);
        var account = salesforce.Create("Account", new JsonObject { ["Name"] = "Humongous Insurance", ["Website"] = $"https://customer{index}.example.com", ["Industry"] = "Insurance", ["BillingCountry"] = "United States" }, SellerWords.User);
        var opportunity = salesforce.Create("Opportunity", new JsonObject
        {
            ["Name"] = $"Inherited {index}", ["AccountId"] = account, ["StageName"] = differs ? "Negotiation/Review" : "Prospecting", ["CloseDate"] = differs ? "2027-09-30" : "2027-06-30", ["Type"] = "New Customer",
        }, SellerWords.User);
        var document = SellerWords.Opportunity($"Inherited {index}", chance, ref number);
        if (isFound) document["PartnerOpportunityIdentifier"] = chance.Of(0.5) ? opportunity : opportunity[..15];
        var id = ApprovedDeal.Make(aws, document);
        if (chance.Of(0.1)) aws.Edit(id, ApprovedDeal.Lost());
        return new InheritedDeal(id, opportunity, differs, isFound);
    }

    /// <summary>It stands as it does now.</summary>
    public void Stand(Universe universe)
    {
        _document = Document(universe).ToJsonString();
        foreach (var place in (string?[])[Number, Opportunity, Record(universe)?["Id"]!.GetValue<string>()])
        {
            if (place is not null) universe.Witness.Look(place);
        }
    }

    /// <summary>What a person writes on a line of the file.</summary>
    public string Decide(AdoptLine line, Chance chance)
    {
        if (line.Row.Length == 0)
        {
            IsAdopted = chance.Of(IsFound ? 0.9 : 0.4);
            return IsAdopted ? "adopt" : "ignore";
        }

        var isOver = JsonNode.Parse(_document!)!["LifeCycle"]!["Stage"]!.GetValue<string>() == "Closed Lost";
        if (!IsAdopted || isOver || Chosen is not null || Sendable.FirstOrDefault(r => r.Label == line.Row) is not { } row || !chance.Of(0.3)) return "";
        Chosen = row;
        return "send";
    }

    /// <summary>Whether it has the records that people decided on.</summary>
    public void Look(Universe universe)
    {
        var records = universe.Salesforce.Records(universe.Map.RecordType).Count(r => r!["APN_CRM_Unique_Identifier__c"]?.GetValue<string>() == Number);
        if (records != (IsAdopted ? 1 : 0)) universe.Violate($"I5 {Number} was {(IsAdopted ? "adopted" : "left alone")} and has {records} co-sell records");
    }

    /// <summary>Nobody has edited it since people decided: AWS holds what it held, but for what they chose to send.</summary>
    public void LookUnedited(Universe universe)
    {
        var (now, then) = (Document(universe), (JsonObject)JsonNode.Parse(_document!)!);
        if (IsAdopted && IsFound && Record(universe) is { } record && record["Opportunity__c"]?.GetValue<string>() != Opportunity) universe.Violate($"{Number} carries {Opportunity}, and its record follows {record["Opportunity__c"]}");
        var opportunity = universe.Salesforce.Record("Opportunity", Opportunity)!;
        if (Chosen is not null && Chosen.AtAws(now) != Chosen.InFollowed(opportunity)) universe.Violate($"{Chosen.Label} was chosen, and did not go to AWS");
        foreach (var document in (JsonObject[])[now, then])
        {
            // A colleague may have saved it unchanged.
            document.Remove("LastModifiedDate");
            if (Chosen is not null) ((JsonObject)document["LifeCycle"]!).Remove(Chosen.Member[(Chosen.Member.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        }

        if (now.ToJsonString() == then.ToJsonString()) return;
        universe.Violate($"nobody edited {Number}, and AWS holds something else");
        universe.Trace.Say($"  {then.ToJsonString()}\n  {now.ToJsonString()}");
    }

    private JsonObject Document(Universe universe) => (JsonObject)universe.PartnerCentral.Opportunity(Number)!["opportunity"]!.DeepClone();

    private JsonObject? Record(Universe universe) => universe.Salesforce.Records(universe.Map.RecordType).OfType<JsonObject>().FirstOrDefault(r => r["APN_CRM_Unique_Identifier__c"]?.GetValue<string>() == Number);
}
