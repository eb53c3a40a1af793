using System.Text.Json.Nodes;

namespace SyncWorker.Tests.EditabilityCells;

/// <summary>How a seller edits one member, and how it must stand at AWS when it is sent.</summary>
/// <param name="Member">The member, as in the matrix.</param>
/// <param name="Deal">The deal in which it is edited.</param>
/// <param name="Path">Where it stands at AWS.</param>
/// <param name="Value">How it must stand there, as compact JSON.</param>
/// <param name="Fields">What the seller sets.</param>
internal sealed record FieldEdit(string Member, string Deal, string Path, string Value, JsonObject Fields)
{
    /// <summary>The members that change with it.</summary>
    public string[] With { get; init; } = [];
}
