using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Seed;

/// <summary>Somebody who is known to the emulated Partner Central.</summary>
internal sealed record PartnerCentralPerson(string FirstName, string LastName, string Email)
{
    /// <summary>As a member of a team; Partner Central hands out no phone numbers of its users.</summary>
    public JsonObject ToContact(string businessTitle) => new()
    {
        [nameof(Email)] = Email,
        [nameof(FirstName)] = FirstName,
        [nameof(LastName)] = LastName,
        ["BusinessTitle"] = businessTitle,
        ["Phone"] = null,
    };

    /// <summary>As AWS shows its own people: without any phone member.</summary>
    public JsonObject ToAwsTeamMember(string businessTitle) => new()
    {
        [nameof(Email)] = Email,
        [nameof(FirstName)] = FirstName,
        [nameof(LastName)] = LastName,
        ["BusinessTitle"] = businessTitle,
    };
}
