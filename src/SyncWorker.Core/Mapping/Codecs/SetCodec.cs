using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>Several values of a list, or any texts where there is none.</summary>
internal sealed class SetCodec(ValueMap? values) : ListCodec
{
    private readonly Vocabulary _vocabulary = new(values);

    public override string Name => "set";

    protected override (string? Meaning, string? Reason) Meaning(Place place, string word, CodecContext context) => _vocabulary.Read(place, word);

    protected override (string? Word, string? Reason) Word(Place place, string meaning, string? present, CodecContext context) => _vocabulary.Write(place, meaning, present);
}
