using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Settling;

/// <summary>
/// A member as AWS names it in a refusal: lower camel case with dots, list elements counted from 1 (<c>customer.contacts.1.member.email</c>) or from 0 (<c>customer.contacts[0].email</c>), or
/// not at all.
/// </summary>
/// <param name="Steps">The members on the way; a list element's position counted from 0, where AWS gives one.</param>
internal sealed partial record RefusedMember(ImmutableArray<(string Name, int? Position)> Steps)
{
    // Where AWS's request calls something else than the document that a row is read from.
    private static readonly ImmutableDictionary<string, string> Wrappers = new Dictionary<string, string>
    {
        ["relatedEntityIdentifiers"] = "", ["awsSubmission"] = "", ["assignee"] = "OpportunityTeam",
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a name.</summary>
    public static RefusedMember Parse(string name)
    {
        var steps = new List<(string Name, int? Position)>();
        foreach (var part in name.Split(['.', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && steps.Count > 0) steps[^1] = (steps[^1].Name, place - 1);
            else if (part is not ("member" or "$") && Element().Match(part) is { Success: true } match)
                steps.Add((match.Groups["name"].Value, int.TryParse(match.Groups["at"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null));
        }

        if (steps.Count > 1 && Wrappers.TryGetValue(steps[0].Name, out var instead)) steps[0] = (instead, null);
        return new RefusedMember([.. steps.Where(s => s.Name.Length > 0)]);
    }

    /// <summary>Whether it is the member that a row writes.</summary>
    public bool Is(MemberPath path) => Steps.Length == path.Steps.Length && IsAt(path);

    /// <summary>Whether it is the member that a row writes, or holds it.</summary>
    public bool IsAt(MemberPath path) => Steps.Length > 0 && Steps.Length <= path.Steps.Length && Steps.Zip(path.Steps).All(pair =>
        pair.First.Name.Equals(pair.Second.Name, StringComparison.OrdinalIgnoreCase) && (pair.First.Position is null || pair.Second.Index is null || pair.First.Position == pair.Second.Index));

    [GeneratedRegex(@"\A(?<name>[A-Za-z][A-Za-z0-9_]*)(?:\[(?<at>[0-9]*)\])?\z")]
    private static partial Regex Element();
}
