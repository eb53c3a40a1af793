namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>What a row of the field map says to its codec.</summary>
/// <param name="Values">The value map, for codecs that use one.</param>
/// <param name="Length">The longest text, in UTF-16 units as Salesforce counts; null for no limit.</param>
/// <param name="Cut">Whether a longer text is cut; otherwise it is unknown and held.</param>
/// <param name="Argument">A word of AWS's that the codec needs: the value that <c>is</c> compares with, the two values that <c>yesNo</c> stands for.</param>
public sealed record CodecArguments(ValueMap? Values = null, int? Length = null, bool Cut = false, string? Argument = null);
