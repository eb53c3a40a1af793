using System.Collections.Immutable;
using SyncWorker.Core.Mapping.AwsFacts;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>A row's paths at AWS and what AWS says of their members.</summary>
/// <param name="Read">Where it is read.</param>
/// <param name="Write">Where it is written.</param>
/// <param name="Members">The members of all of them, the written one first.</param>
/// <param name="Written">The written member, if AWS has it.</param>
internal sealed record RowPaths(ImmutableArray<MemberPath> Read, MemberPath? Write, ImmutableArray<AwsMember> Members, AwsMember? Written);
