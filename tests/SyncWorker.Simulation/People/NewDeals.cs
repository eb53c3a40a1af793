using System.Text.Json.Nodes;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.People;

/// <summary>People who make many deals on both sides and remember which: what there must be at the end, nobody has to ask the worker.</summary>
internal sealed class NewDeals(Universe universe)
{

    // As many people submit at once as no brake takes for an accident.
    private const int SubmittedAtOnce = 10;
    private readonly Dictionary<string, int> _shared = [];
    private readonly JsonObject _model = (JsonObject)universe.Salesforce.Records("Opportunity")[0]!;

    /// <summary>The standard Opportunities that sellers shared, and how many co-sell deals each is to be.</summary>
    public IReadOnlyDictionary<string, int> Shared => _shared;

    /// <summary>How many deals are to be made at AWS.</summary>
    public int ToPartnerCentral => _shared.Values.Sum();

    /// <summary>How many deals people made in Partner Central, AWS's referrals among them.</summary>
    public int ToSalesforce { get; private set; }

    private string RecordType => universe.Map.RecordType;

    private IEnumerable<JsonObject> Records => universe.Salesforce.Records(RecordType).Select(r => (JsonObject)r!);

    /// <summary>A seller shares a new Opportunity.</summary>
    public void Share()
    {
        var fields = new JsonObject { ["Name"] = $"Deal {_shared.Count}", ["AccountId"] = _model["AccountId"]!.DeepClone(), ["StageName"] = "Qualification", ["Type"] = _model["Type"]!.DeepClone(), ["CloseDate"] = "2027-05-01", ["Share_With_AWS__c"] = true };
        _shared.Add(universe.Salesforce.Create("Opportunity", fields, SellerWords.User), 1);
    }

    /// <summary>A seller makes another deal of an Opportunity that is one already: at AWS both carry the same identifier.</summary>
    public void MakeTwin()
    {
        var once = Records.Select(r => r["Opportunity__c"]?.GetValue<string>()).OfType<string>().Where(o => _shared.GetValueOrDefault(o) == 1).ToArray();
        if (once.Length == 0) return;
        var opportunity = universe.Chance.One(once);
        _shared[opportunity]++;
        var id = universe.Salesforce.Create(RecordType, new JsonObject { ["Opportunity__c"] = opportunity, ["Allow_Another__c"] = true }, SellerWords.User);
        universe.Witness.Edited(id, () => { });
    }

    /// <summary>Somebody makes a deal in Partner Central, or AWS refers one.</summary>
    public void MakeAtAws()
    {
        universe.People.Do(universe.Chance.Weighted((4, Deed.ColleagueCreates), (4, Deed.ApprovedDealAppears), (3, Deed.AwsRefers)));
        ToSalesforce++;
    }

    /// <summary>Sellers submit their drafts, and answer AWS's referrals.</summary>
    /// <returns>Whether there is still something to submit or to answer.</returns>
    public bool Ask()
    {
        var records = Records.ToArray();
        var drafts = records.Where(r => r["Opportunity__c"] is not null && r["Submit_To_AWS__c"]?.GetValue<bool>() != true).Select(r => r["Id"]!.GetValue<string>()).ToArray();
        foreach (var draft in drafts.Take(SubmittedAtOnce)) universe.People.Submit(draft);
        var referrals = records.Count(r => r["Sync_Status__c"]?.GetValue<string>() == "Referral to answer");
        for (var asked = referrals; asked > 0; asked--) universe.People.Do(universe.Chance.Of(0.8) ? Deed.ReferralAccepted : Deed.ColleagueAccepts);
        return drafts.Length + referrals > 0 || records.Length < ToPartnerCentral + ToSalesforce;
    }
}
