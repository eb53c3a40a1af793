using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Filters of list operations: an unset or empty one lets everything through.</summary>
internal static class Filter
{
    /// <summary>Whether the value is among those asked for, or is the one asked for.</summary>
    public static bool Admits(JsonObject request, string name, string? value) => Admits(request, name, value, (wanted, actual) => wanted == actual);

    /// <summary>The same for identifiers, which may be asked for by an ARN that ends in the identifier.</summary>
    public static bool AdmitsIdentifier(JsonObject request, string name, string? value) =>
        Admits(request, name, value, (wanted, actual) => wanted == actual || wanted.EndsWith("/" + actual, StringComparison.Ordinal));

    private static bool Admits(JsonObject request, string name, string? value, Func<string, string, bool> isMeant)
    {
        IReadOnlyList<string> wanted = request.Text(name) is { } single ? [single] : request.Texts(name);
        return wanted.Count == 0 || (value is not null && wanted.Any(w => isMeant(w, value)));
    }
}
