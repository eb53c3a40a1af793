using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping;

/// <summary>A line of the field map as its author wrote it, before it is checked.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="IsPublished">Whether it stands under <c>rows:</c> (the published table) or <c>beyond:</c>.</param>
/// <param name="Section">The section heading above it; empty for the first rows.</param>
/// <param name="Values">What was written by key; a scalar is a list of one.</param>
public sealed record RowText(string File, int Line, bool IsPublished, string Section, ImmutableDictionary<string, ImmutableArray<string>> Values);
