namespace SyncWorker.Core.Reconciliation;

/// <summary>
/// A list row is a set, merged element by element: an element that one side added or removed is added or removed on the other, so a list cannot conflict. Canonical sets are their
/// elements in ordinal order, joined by <c>;</c>.
/// </summary>
internal static class SetMerge
{
    public static string? Merge(string? salesforceWas, string? salesforce, string? partnerCentralWas, string? partnerCentral)
    {
        HashSet<string> s = Elements(salesforce), a = Elements(partnerCentral), sWas = Elements(salesforceWas), aWas = Elements(partnerCentralWas);
        var merged = s.Union(a).Where(element => (s.Contains(element), a.Contains(element)) switch
        {
            (true, true) => true,
            // Only Salesforce has it: it was added there, unless Partner Central removed it since.
            (true, false) => !aWas.Contains(element) || !sWas.Contains(element),
            (false, true) => !sWas.Contains(element) || !aWas.Contains(element),
            _ => false,
        });
        return Join(merged);
    }

    public static HashSet<string> Elements(string? set) => set is null ? [] : [.. set.Split(';')];

    public static string? Join(IEnumerable<string> elements)
    {
        var text = string.Join(';', elements.Order(StringComparer.Ordinal));
        return text.Length == 0 ? null : text;
    }
}
