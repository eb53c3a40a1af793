namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>Its members are filled in after all structures are known, since they refer to each other.</summary>
internal sealed record StructureShape(string Name) : Shape
{
    public List<Member> Members { get; } = [];
}
