using SyncWorker.Emulators.Salesforce.Model;

namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>The order of values in ORDER BY, MIN and MAX. Text is ordered without regard to case; ids by their exact characters, so that a keyset can walk them.</summary>
internal sealed class ValueOrder : IComparer<object?>
{
    private static readonly ValueOrder Text = new(StringComparison.OrdinalIgnoreCase);
    private static readonly ValueOrder Exact = new(StringComparison.Ordinal);

    private readonly StringComparison _comparison;

    private ValueOrder(StringComparison comparison) => _comparison = comparison;

    public static ValueOrder Of(Field field) => field.Type is FieldType.Id or FieldType.Reference ? Exact : Text;

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.Compare(a, b, _comparison),
        _ => Comparer<object>.Default.Compare(x, y),
    };
}
