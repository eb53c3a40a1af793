namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>Its members are filled in after all structures are known, since they refer to each other. Of a union's members one is set.</summary>
internal sealed record StructureShape(string Name, bool IsUnion) : Shape
{
    public List<Member> Members { get; } = [];
}
