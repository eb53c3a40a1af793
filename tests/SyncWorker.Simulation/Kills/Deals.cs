using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Emulators;
using SyncWorker.Simulation.People;

namespace SyncWorker.Simulation.Kills;

/// <summary>The deals of a trial, the people who work on them, and what must be true of them however often the worker dies.</summary>
internal sealed class Deals(EmulatedWorld world, Chance chance)
{
    private const string Record = "AWS_Co_Sell_Opportunity__c";
    private readonly Dictionary<string, int> _said = [];
    private readonly Dictionary<string, int> _seen = [];
    private readonly HashSet<string> _broken = [];
    private int _number = 1000;
    private int _shared;
    private int _made;

    /// <summary>What was broken, in the order in which it was seen.</summary>
    public IReadOnlyCollection<string> Broken => _broken;

    /// <summary>How much people did.</summary>
    public int Edits { get; private set; }

    /// <summary>How many deals were begun in Salesforce.</summary>
    public int Shared => _shared;

    /// <summary>A deal that lived at AWS before the worker came.</summary>
    public void ApprovedDealAppears()
    {
        ApprovedDeal.Make(world.PartnerCentral, SellerWords.Opportunity($"Deal {_number++}", chance, ref _number));
        _made++;
    }

    /// <summary>Somebody shares, submits or edits.</summary>
    public void Act() => Try(chance.Weighted<Action>((2, Share), (3, Submit), (8, SellerSays), (8, ColleagueSays)));

    /// <summary>Nothing twice, and nothing that was replaced comes back: looked at while the worker is dead or alive.</summary>
    public void Look()
    {
        var numbers = Records().Select(r => Text(r, "APN_CRM_Unique_Identifier__c")).OfType<string>().ToArray();
        if (numbers.Distinct().Count() != numbers.Length) _broken.Add("I5 two co-sell records of one opportunity");
        if (Opportunities().Count > _made + _shared) _broken.Add($"I5 {Opportunities().Count} opportunities of {_made + _shared} deals");
        foreach (var (place, value) in Records().Select(r => ($"comments {Text(r, "Id")}", Text(r, "Additional_Comments__c"))).Concat(Opportunities().Select(o => ($"step {o["Id"]}", Text((JsonObject)o["LifeCycle"]!, "NextSteps")))))
        {
            if (Count(value) is not { } count) continue;
            if (_seen.GetValueOrDefault(place) > count) _broken.Add($"I2 {place}: {value} came back after {_seen[place]}");
            _seen[place] = count;
        }
    }

    /// <summary>Both sides agree, and say what was said last.</summary>
    public IReadOnlyList<string> Open()
    {
        var open = new List<string>();
        var records = Records();
        foreach (var opportunity in Opportunities())
        {
            var id = opportunity["Id"]!.GetValue<string>();
            if (records.Where(r => Text(r, "APN_CRM_Unique_Identifier__c") == id).ToArray() is not [var record])
            {
                open.Add($"{id} has not one co-sell record");
                continue;
            }

            if (opportunity["LifeCycle"]!["ReviewStatus"]!.GetValue<string>() is not ("Approved" or "Pending Submission")) continue;
            Compare(open, id, "Next Step", Text(record, "Next_Step__c"), Text((JsonObject)opportunity["LifeCycle"]!, "NextSteps"), _said.GetValueOrDefault("step " + Text(record, "Id")));
            Compare(open, id, "Additional Comments", Text(record, "Additional_Comments__c"), Text((JsonObject)opportunity["Project"]!, "AdditionalComments"), _said.GetValueOrDefault("comments " + id));
        }

        return open;
    }

    private static void Compare(List<string> open, string id, string row, string? ours, string? theirs, int said)
    {
        if (ours != theirs) open.Add($"{id} {row}: Salesforce {ours ?? "-"}, AWS {theirs ?? "-"}");
        else if (said > 0 && Count(ours) != said) open.Add($"{id} {row}: {ours ?? "-"} instead of {said}");
    }

    private void Share()
    {
        if (_shared >= 6) return;
        var free = world.Salesforce.Records("Opportunity").Select(o => (JsonObject)o!).Where(o => o["Share_With_AWS__c"]?.GetValue<bool>() != true).ToArray();
        if (free.Length == 0) return;
        world.Salesforce.Edit("Opportunity", Text(chance.One(free), "Id")!, new JsonObject { ["Share_With_AWS__c"] = true }, SellerWords.User);
        _shared++;
    }

    private void Submit()
    {
        var drafts = Records().Where(r => r["Submit_To_AWS__c"]?.GetValue<bool>() != true && Text(r, "APN_CRM_Unique_Identifier__c") is null).ToArray();
        if (drafts.Length == 0) return;
        var (draft, fields) = (chance.One(drafts), SellerWords.Complete(chance, ref _number));
        foreach (var filled in fields.Select(f => f.Key).Where(f => draft[f] is not null).ToArray()) fields.Remove(filled);
        fields["Submit_To_AWS__c"] = true;
        fields["Allow_Another__c"] = true;
        world.Salesforce.Edit(Record, Text(draft, "Id")!, fields, SellerWords.User);
    }

    private void SellerSays()
    {
        if (Records() is not { Count: > 0 } records) return;
        var id = Text(chance.One(records), "Id")!;
        world.Salesforce.Edit(Record, id, new JsonObject { ["Next_Step__c"] = $"Step {++_number}" }, SellerWords.User);
        _said["step " + id] = _number;
        Edits++;
    }

    private void ColleagueSays()
    {
        var open = Opportunities().Where(o => o["LifeCycle"]!["ReviewStatus"]!.GetValue<string>() == "Approved").ToArray();
        if (open.Length == 0) return;
        var id = chance.One(open)["Id"]!.GetValue<string>();
        world.PartnerCentral.Edit(id, new Dictionary<string, JsonNode?> { ["Project.AdditionalComments"] = $"Comment {++_number}" });
        _said["comments " + id] = _number;
        Edits++;
    }

    private static void Try(Action deed)
    {
        try
        {
            deed();
        }
        catch (PersonRefusedException)
        {
            // People are refused too, by locks for instance, and try something else.
        }
    }

    private IReadOnlyList<JsonObject> Records() => [.. world.Salesforce.Records(Record).Select(r => (JsonObject)r!)];

    private IReadOnlyList<JsonObject> Opportunities() => [.. world.PartnerCentral.Opportunities().Select(o => (JsonObject)o!["opportunity"]!)];

    private static int? Count(string? said) => said?.Split(' ') is [_, var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var count) && count >= 1000 ? count : null;

    private static string? Text(JsonObject record, string field) => record[field]?.GetValue<string>();
}
