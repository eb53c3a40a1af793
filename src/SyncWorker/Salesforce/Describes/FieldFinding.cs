using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Describes;

/// <summary>A field of the org that does not fit the map.</summary>
/// <param name="Row">The row; null for what the worker itself needs.</param>
/// <param name="Effect">What becomes of the row.</param>
/// <param name="What">What is wrong, naming the field.</param>
/// <param name="Fix">What to do.</param>
internal sealed record FieldFinding(Row? Row, FindingEffect Effect, string What, string Fix)
{
    public override string ToString() => Row is null ? $"{What} {Fix}" : new Finding("field-map.yaml", Row.Line, $"Row '{Row.Label}': {What}", Fix).ToString();
}
