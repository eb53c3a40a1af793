using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>The partner's solutions: by name or by id in Salesforce, by id at AWS. What a seller wrote stays; what AWS added is shown by its name.</summary>
internal sealed class SolutionsCodec : ListCodec
{
    public override string Name => "solutions";

    protected override (string? Meaning, string? Reason) Meaning(Place place, string word, CodecContext context) =>
        place != Place.PartnerCentral ? context.Solutions.Find(word)
        : SolutionCatalogue.IsId(word) ? (word.ToUpperInvariant(), null)
        : (null, $"AWS value {PlainText.Quote(word)} is no solution's id. Ask your Salesforce admin to check the field map");

    protected override (string? Word, string? Reason) Word(Place place, string meaning, string? present, CodecContext context) => (context.Solutions.NameOf(meaning) ?? meaning, null);
}
