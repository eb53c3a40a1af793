using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Decoding;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.PartnerCentral;
using SyncWorker.Settling;

namespace SyncWorker.Commands.Plan;

/// <summary>A plan's steps as what they write, field by field.</summary>
internal sealed class PlannedWrites(Look look)
{
    // People read it: an accented letter stays one.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ImmutableArray<PlannedWrite> All() => [.. look.Plan.Steps.Where(s => s.Writes).SelectMany(Of)];

    private IEnumerable<PlannedWrite> Of(Step step) => step switch
    {
        { Intent: { } intent } => Body(step, (JsonObject)JsonNode.Parse(intent.Body)!),
        { Kind: StepKind.UpdateRecord } => Record(step),
        { Kind: StepKind.UpdateOpportunity } => Changes(step, Member).Concat(Cleared(step)),
        { Kind: StepKind.Associate or StepKind.Disassociate } => [Write(step, step.EntityType!, null, Text(step.Entity), Cause(step.Changes[0]))],
        { Kind: StepKind.Reject } => [Write(step, "RejectionReason", null, Text(step.Reason), RuleWords.Of(step.Rule!.Value))],
        _ => Changes(step, Member),
    };

    private static IEnumerable<PlannedWrite> Body(Step step, JsonObject body) =>
        Leaves(body).Select(leaf => Write(step, leaf.Path, null, Text(leaf.Value), step.Rule is { } rule ? RuleWords.Of(rule) : "decided before"));

    private IEnumerable<PlannedWrite> Record(Step step)
    {
        string? Was(string field) => Text(look.View.Salesforce!.Record![field]);
        foreach (var write in Changes(step, Was)) yield return write;
        foreach (var (field, value) in step.Bookkeeping) yield return Write(step, field, Was(field), value, RuleWords.Of(WriteRule.Bookkeeping));
        if (step == look.Plan.Steps[0] && look.Plan.Next.Sent.LastOrDefault(s => s.To == Side.Salesforce) is { } sent)
            yield return Write(step, CoSellFields.SyncNonce, Was(CoSellFields.SyncNonce), Text(sent.Nonce), "tells the worker that this write landed");
    }

    private static IEnumerable<PlannedWrite> Changes(Step step, Func<string, string?> was) =>
        from change in step.Changes from write in change.Writes select Write(step, write.Key, was(write.Key), Readably(JsonNode.Parse(write.Value)), Cause(change));

    private string? Member(string path)
    {
        if (!MemberPath.TryParse(path, out var member, out _)) return null;
        return PartnerCentralDecoder.Member(look.View.PartnerCentral?.Documents ?? [], member) is { } value ? Text(value.Node) : null;
    }

    /// <summary>What AWS takes only beside a value that changes goes with it.</summary>
    private IEnumerable<PlannedWrite> Cleared(Step step)
    {
        var before = look.View.PartnerCentral!.Documents[PathRoot.Opportunity];
        var after = UpdateDocument.Of(before, step.Changes, look.View.Map);
        var written = step.Changes.SelectMany(c => c.Writes).Select(w => w.Key).ToHashSet();
        return from holder in before
               where holder.Value is JsonObject && after[holder.Key] is JsonObject
               from member in (JsonObject)holder.Value!
               where member.Value is not null && after[holder.Key]![member.Key] is null && !written.Contains($"opportunity.{holder.Key}.{member.Key}")
               select Write(step, $"opportunity.{holder.Key}.{member.Key}", Text(member.Value), "null", "AWS takes it only beside the value that changes");
    }

    private static string Cause(Change change) => $"{change.Row}: {RuleWords.Of(change.Rule)}";

    private static PlannedWrite Write(Step step, string target, string? was, string? value, string cause) => new(step.Side, step.Kind.ToString(), target, was, value ?? "null", cause);

    private static IEnumerable<(string Path, JsonNode? Value)> Leaves(JsonObject body) =>
        body.SelectMany(m => m.Value is JsonObject inner ? Leaves(inner).Select(l => ($"{m.Key}.{l.Path}", l.Value)) : [(m.Key, m.Value)]);

    private static string? Text(JsonNode? node) => node is null ? null : Readably(node);

    private static string Readably(JsonNode? node) => node?.ToJsonString(Readable) ?? "null";
}
