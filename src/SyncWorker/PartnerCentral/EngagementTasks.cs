using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.PartnerCentral;

/// <summary>The engagement tasks with which an opportunity is submitted and a referral accepted. What AWS refuses often comes as a task that failed, with HTTP 200.</summary>
internal sealed class EngagementTasks(PartnerCentralClient client)
{
    // AWS's clock need not be ours.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The task of a step: the one under way; else, where an answer was lost, the one that the lists show, which costs a read and no write; else it is started, the first time or again with
    /// the same token.
    /// </summary>
    /// <returns>Null where it was only to be asked for and AWS knows none.</returns>
    public async Task<JsonObject?> TakeAsync(Link link, Step step, DateTimeOffset sendBy, CancellationToken cancellation)
    {
        var intent = step.Intent!;
        var task = intent.TaskId is { } id ? await NewestAsync(step.Kind, "TaskIdentifier", id, cancellation)
            : intent.FirstSent is not null ? await StartedAsync(link, step, cancellation) : null;
        if (task is null && step.OnlyAsk) return null;
        task ??= await StartAsync(step.Kind, (JsonObject)JsonNode.Parse(intent.Body)!, sendBy, cancellation);
        return Text(task, "TaskStatus") == "FAILED" ? throw PartnerCentralErrors.Read(step.Kind.ToString(), task) : task;
    }

    /// <summary>The id of a task that is still in progress; null once it is complete.</summary>
    public static string? InProgress(JsonObject task) => Text(task, "TaskStatus") == "COMPLETE" ? null : Text(task, "TaskId");

    private async Task<JsonObject?> StartedAsync(Link link, Step step, CancellationToken cancellation)
    {
        var (filter, value) = step.Kind == StepKind.Submit ? ("OpportunityIdentifier", link.OpportunityId!) : ("EngagementInvitationIdentifier", link.InvitationId!);
        var task = await NewestAsync(step.Kind, filter, value, cancellation);

        // A failed one may be an earlier try: ours tells the same when it is replayed. One from before our first try is an earlier submission's, and so is the one that is known.
        return task is null || Text(task, "TaskStatus") == "FAILED" || At(task) < step.Intent!.FirstSent - Skew || Text(task, "StartTime") == link.SubmittedAt ? null : task;
    }

    private async Task<JsonObject?> NewestAsync(StepKind kind, string filter, string value, CancellationToken cancellation)
    {
        var tasks = await (kind == StepKind.Submit ? client.ListEngagementFromOpportunityTasksAsync(filter, value, cancellation) : client.ListEngagementByAcceptingInvitationTasksAsync(filter, value, cancellation));
        return tasks.MaxBy(t => Text(t, "StartTime"), StringComparer.Ordinal);
    }

    private Task<JsonObject> StartAsync(StepKind kind, JsonObject body, DateTimeOffset sendBy, CancellationToken cancellation) => kind == StepKind.Submit
        ? client.StartEngagementFromOpportunityTaskAsync(body, sendBy, cancellation) : client.StartEngagementByAcceptingInvitationTaskAsync(body, sendBy, cancellation);

    private static DateTimeOffset? At(JsonObject task) => Text(task, "StartTime") is { } started ? DateTimeOffset.Parse(started, CultureInfo.InvariantCulture) : null;

    private static string? Text(JsonObject node, string member) => node[member]?.GetValue<string>();
}
