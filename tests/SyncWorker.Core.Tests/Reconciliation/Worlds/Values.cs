using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>What people put into the rows of <see cref="Maps"/>, what AWS makes of it, and how an oracle compares it. Written by hand: it calls no codec.</summary>
internal static class Values
{
    private static readonly string[] OrgTypes = ["New Customer", "New Business", "Add-On", "Upsell", "Renew"];
    private static readonly string[] AwsTypes = ["New", "Expansion", "Renewal"];

    public static JsonNode Fresh(string row, Place place, int number) => row switch
    {
        Maps.Spend => number,
        Maps.Type when place == Place.PartnerCentral => AwsTypes[number % AwsTypes.Length],
        Maps.Type => OrgTypes[number % OrgTypes.Length],
        Maps.Activities when place == Place.PartnerCentral => new JsonArray($"e{number % 4}", $"e{number % 7}"),
        Maps.Activities => $"e{number % 5};e{number % 3}",
        _ => $"v{number}",
    };

    /// <summary>AWS keeps only tens of the spend, and the next step in capitals.</summary>
    public static JsonNode? AsAwsKeeps(string row, JsonNode? value) => row switch
    {
        _ when value is null => null,
        Maps.Spend => value.GetValue<int>() / 10 * 10,
        Maps.NextStep => value.GetValue<string>().ToUpperInvariant(),
        _ => value.DeepClone(),
    };

    /// <summary>A value without what a side adds or loses on its own.</summary>
    public static string? Comparable(string row, JsonNode? wire) => row switch
    {
        _ when wire is null => null,
        Maps.Spend => $"{wire.GetValue<int>() / 10}",
        Maps.NextStep => wire.GetValue<string>().ToUpperInvariant(),
        Maps.Type => Meaning(wire.GetValue<string>()),
        Maps.Activities => Elements(wire),
        _ => Plain(wire.GetValue<string>()),
    };

    /// <summary>A canonical value of a plan or the journal, to compare.</summary>
    public static string? Canonical(string row, string? value) => row == Maps.NextStep ? value?.ToUpperInvariant() : Plain(value);

    /// <summary>A side that ends a row's text with a full stop.</summary>
    public static Func<string, string?, string?> WithFullStop(string row) => (label, value) => label == row && value is not null ? Plain(value) + "." : value;

    /// <summary>A comparable value as a place says it.</summary>
    public static JsonNode? Translate(string row, Place place, string? value) => row switch
    {
        _ when value is null => null,
        Maps.Spend => int.Parse(value) * 10,
        Maps.Type when place == Place.PartnerCentral => value,
        Maps.Type => OrgTypes.First(t => Meaning(t) == value),
        Maps.Activities when place == Place.PartnerCentral => new JsonArray([.. value.Split(';').Select(e => JsonValue.Create(e))]),
        _ => value,
    };

    [return: NotNullIfNotNull(nameof(value))]
    private static string? Plain(string? value) => value?.TrimEnd('.');

    private static string Meaning(string type) => type switch
    {
        "New Customer" or "New Business" or "New" => "New",
        "Add-On" or "Upsell" or "Expansion" => "Expansion",
        _ => "Renewal",
    };

    private static string? Elements(JsonNode wire)
    {
        var elements = wire is JsonArray list ? list.Select(e => e!.GetValue<string>()) : wire.GetValue<string>().Split(';', StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(';', elements.Distinct().Order(StringComparer.Ordinal));
        return text.Length == 0 ? null : text;
    }
}
