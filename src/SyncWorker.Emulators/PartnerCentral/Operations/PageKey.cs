namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Where an item stands in a sorted list; the id decides between equal values.</summary>
internal readonly record struct PageKey(string Value, string Id) : IComparable<PageKey>
{
    public int CompareTo(PageKey other)
    {
        var byValue = string.CompareOrdinal(Value, other.Value);
        return byValue != 0 ? byValue : string.CompareOrdinal(Padded(Id), Padded(other.Id));
    }

    // O999 comes before O1000.
    private static string Padded(string id) => id.PadLeft(24);
}
