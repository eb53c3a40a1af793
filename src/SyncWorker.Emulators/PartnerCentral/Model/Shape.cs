using System.Text.RegularExpressions;

namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>What a value may look like, as AWS's service model says.</summary>
internal abstract record Shape;

/// <summary>Anything at all: members that the emulator does not look into.</summary>
internal sealed record AnyShape : Shape;

internal sealed record TimeShape : Shape;

internal sealed record IntegerShape(int Min, int Max) : Shape;

internal sealed record TextShape(int Min, int Max, string? Pattern, Regex? Match) : Shape;

internal sealed record EnumShape(string Name, IReadOnlyList<string> Values) : Shape;

internal sealed record ListShape(int Min, int Max, Shape Item) : Shape;

/// <summary>Its members are filled in after all structures are known, since they refer to each other.</summary>
internal sealed record StructureShape(string Name) : Shape
{
    public List<Member> Members { get; } = [];
}

internal sealed record Member(string Name, bool Required, Shape Shape);
