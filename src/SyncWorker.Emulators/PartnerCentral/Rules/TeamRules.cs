using System.Text.Json.Nodes;
using SyncWorker.Emulators.Seed;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>Who works on the opportunity for the partner: one owner, who must be a user of Partner Central, and a sales contact.</summary>
internal static class TeamRules
{
    public const string Owner = "OpportunityOwner";
    public const string SalesContact = "PartnerAccountManager";

    private static readonly string[] Names = ["FirstName", "LastName"];
    private static readonly string[] ContactMembers = ["Email", "FirstName", "LastName", "BusinessTitle", "Phone"];

    public static IReadOnlyList<JsonObject> AtCreation(IReadOnlyList<JsonObject> sent, PartnerCentralSeed seed, Problems problems)
    {
        var team = new List<JsonObject>();
        foreach (var contact in sent)
        {
            if (Member(contact, seed, "OpportunityTeam", problems) is { } member) team.Add(member);
        }

        // Nobody named: the alliance lead owns it.
        if (!team.Any(m => m.Text("BusinessTitle") == Owner)) team.Insert(0, seed.AllianceLead.ToContact(Owner));
        return team;
    }

    /// <summary>The contact as Partner Central keeps it, or null with the reason among the problems.</summary>
    public static JsonObject? Member(JsonObject contact, PartnerCentralSeed seed, string path, Problems problems)
    {
        switch (contact.Text("BusinessTitle"))
        {
            case SalesContact:
                foreach (var name in Names.Where(name => contact.Text("Email") is not null && contact.Text(name) is null)) problems.Missing($"{path}.{name}");
                return new JsonObject(ContactMembers.Select(name => KeyValuePair.Create(name, (JsonNode?)contact.Text(name))));
            case Owner:
                var email = contact.Text("Email");
                if (seed.Users.FirstOrDefault(user => user.Email == email) is { } known) return known.ToContact(Owner);
                problems.Add($"{path}.Email", $"User with email {email} does not exist or does not have access to opportunities in AWS Partner Central.", ProblemCode.InvalidValue);
                return null;
            default:
                problems.Add(
                    $"{path}.BusinessTitle",
                    "Field OpportunityTeam.BusinessTitle must be one of the following values: PartnerAccountManager, OpportunityOwner.",
                    ProblemCode.InvalidEnumValue);
                return null;
        }
    }
}
