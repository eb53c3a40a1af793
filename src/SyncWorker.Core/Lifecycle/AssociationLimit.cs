using System.Text.RegularExpressions;

namespace SyncWorker.Core.Lifecycle;

/// <summary>What AWS takes of one kind of related entity.</summary>
/// <param name="Type">AWS's RelatedEntityType.</param>
/// <param name="Most">How many an opportunity takes.</param>
/// <param name="Shape">What an identifier looks like.</param>
/// <param name="What">What it should be, in a seller's words.</param>
internal sealed record AssociationLimit(string Type, int Most, Regex Shape, string What);
