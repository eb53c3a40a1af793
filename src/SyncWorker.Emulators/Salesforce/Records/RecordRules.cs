using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;

namespace SyncWorker.Emulators.Salesforce.Records;

/// <summary>What the org works out by itself when a record is saved: names of people, closed and won, the two halves of an address.</summary>
internal static class RecordRules
{
    private static readonly string[] AddressPrefixes = ["Billing", "Shipping", "Mailing"];

    /// <param name="type">The object saved.</param>
    /// <param name="changes">What the caller changes; derived values are added to it.</param>
    /// <param name="before">What the record held; empty for a new one.</param>
    public static void Derive(ObjectType type, Dictionary<string, object?> changes, IReadOnlyDictionary<string, object?> before)
    {
        if (type.Name is "User" or "Contact")
            DerivePersonName(changes, before);
        if (type.Name == "Opportunity" && changes.TryGetValue("StageName", out var stage))
            DeriveFromStage(changes, (string?)stage);
        foreach (var prefix in AddressPrefixes.Where(p => type.TryField(p + "CountryCode", out _)))
            DeriveAddress(type, prefix, changes, before);
    }

    private static void DerivePersonName(Dictionary<string, object?> changes, IReadOnlyDictionary<string, object?> before)
    {
        object? Of(string name) => changes.TryGetValue(name, out var value) ? value : before.GetValueOrDefault(name);
        changes["Name"] = string.Join(' ', new[] { Of("FirstName"), Of("LastName") }.Where(part => part is not null));
    }

    private static void DeriveFromStage(Dictionary<string, object?> changes, string? stage)
    {
        changes["IsWon"] = stage == StandardPicklists.ClosedWon;
        changes["IsClosed"] = stage is StandardPicklists.ClosedWon or StandardPicklists.ClosedLost;
        if (!changes.ContainsKey("Probability") && StandardPicklists.Probability(stage) is { } probability)
            changes["Probability"] = probability;
    }

    /// <summary>With State and Country Picklists on, name and code follow each other, and an unknown place is refused.</summary>
    private static void DeriveAddress(ObjectType type, string prefix, Dictionary<string, object?> changes, IReadOnlyDictionary<string, object?> before)
    {
        Pair(type, prefix + "Country", "country", Places.CountryName, Places.CountryCode, changes);
        var country = changes.TryGetValue(prefix + "CountryCode", out var code) ? code : before.GetValueOrDefault(prefix + "CountryCode");
        if (country is Places.CountryWithStates)
            Pair(type, prefix + "State", "state", Places.StateName, Places.StateCode, changes);
        else if (Changed(prefix + "State") || Changed(prefix + "StateCode"))
            throw Refusals.AddressInvalid("state", type[prefix + "State"].Label, prefix + "State");

        bool Changed(string name) => changes.GetValueOrDefault(name) is not null;
    }

    private static void Pair(ObjectType type, string name, string kind, Func<string, string?> nameOf, Func<string, string?> codeOf, Dictionary<string, object?> changes)
    {
        var code = name + "Code";
        if (changes.TryGetValue(code, out var newCode))
        {
            changes[name] = newCode is null ? null : nameOf((string)newCode) ?? throw Refusals.AddressInvalid(kind, type[code].Label, code);
        }
        else if (changes.TryGetValue(name, out var newName))
        {
            changes[code] = newName is null ? null : codeOf((string)newName) ?? throw Refusals.AddressInvalid(kind, type[name].Label, name);
            changes[name] = changes[code] is string found ? nameOf(found) : null;
        }
    }
}
