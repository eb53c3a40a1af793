using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>
/// The asynchronous tasks that submit an opportunity and accept an invitation. What goes wrong in one is told in a
/// successful response, by status, reason code and message; the same request again asks how it is going.
/// </summary>
internal sealed class EngagementTasks(PartnerCentralState state)
{
    private const string FromOpportunity = "engagement-from-opportunity-task";
    private const string ByAccepting = "engagement-by-accepting-invitation-task";
    private const int PageSizeDefault = 20;

    public JsonObject StartFromOpportunity(JsonObject request) => state.Once("StartEngagementFromOpportunityTask", request, () =>
    {
        var data = state.Catalog(request);
        var record = data.Opportunity(request.Text("Identifier")!);
        var task = Start(request, FromOpportunity, started =>
        {
            var sent = new Submission(state).Submit(record, request.Text("AwsSubmission.InvolvementType")!, request.Text("AwsSubmission.Visibility"));
            started.EngagementId = sent.EngagementId;
            started.InvitationId = sent.Id;
        }, "OpportunityValidationFailed");
        task.OpportunityId = record.Id;
        state.RunDueTasks();
        return () => Render(task, true);
    });

    public JsonObject StartByAccepting(JsonObject request) => state.Once("StartEngagementByAcceptingInvitationTask", request, () =>
    {
        var invitation = state.Catalog(request).Invitation(request.Text("Identifier")!);
        var task = Start(request, ByAccepting, started =>
        {
            InvitationAnswers.RequireOpportunity(invitation);
            new InvitationAnswers(state).Accept(invitation);
            started.OpportunityId = new InvitationAnswers(state).TakeOver(invitation).Id;
        }, "InvitationValidationFailed");
        task.InvitationId = invitation.Id;
        state.RunDueTasks();
        return () => Render(task, false);
    });

    public JsonObject ListFromOpportunity(JsonObject request) =>
        List(request, FromOpportunity, task => Filter.AdmitsIdentifier(request, "EngagementIdentifier", task.EngagementId));

    public JsonObject ListByAccepting(JsonObject request) =>
        List(request, ByAccepting, task => Filter.AdmitsIdentifier(request, "EngagementInvitationIdentifier", task.InvitationId));

    private TaskRecord Start(JsonObject request, string kind, Action<TaskRecord> work, string refusal)
    {
        var tasks = state.Catalog(request).Tasks;
        var task = new TaskRecord
        {
            Id = state.Identifiers.Task(),
            Catalog = request.Text("Catalog")!,
            Kind = kind,
            Started = state.Now,
            Due = state.Now + state.Options.TaskDuration,
            Sequence = tasks.Count,
            Tags = TagOperations.Distinct(request),
            Run = started => RunOrFail(started, work, refusal),
        };
        tasks.Add(task);
        return task;
    }

    private void RunOrFail(TaskRecord task, Action<TaskRecord> work, string refusal)
    {
        if (state.TaskFailures.TryDequeue(out var ordered))
        {
            task.Fail(ordered.ReasonCode, ordered.Message);
            return;
        }

        try
        {
            work(task);
            task.JobId = state.Identifiers.Job();
            foreach (var (key, value) in task.Tags) state.Catalogs[task.Catalog].TagsOf(state.Arn(task.Catalog, "resource-snapshot-job", task.JobId))[key] = value;
        }
        catch (SellingException error) when (error.Name == "ConflictException")
        {
            task.Fail("EngagementInvitationConflict", error.Message);
        }
        catch (SellingException error)
        {
            var outOfPlace = error.Problems.Count > 0 && error.Problems.All(p => p.Code == ProblemCode.InvalidResourceState);
            task.Fail(outOfPlace ? "OpportunitySubmissionFailed" : refusal, error.Problems.Count == 0 ? error.Message : string.Join("; ", error.Problems.Select(p => p.Message)));
        }
    }

    private JsonObject List(JsonObject request, string kind, Func<TaskRecord, bool> matches)
    {
        var found = state.Catalog(request).Tasks.Where(task =>
            task.Kind == kind
            && matches(task)
            && Filter.Admits(request, "TaskStatus", task.Status)
            && Filter.AdmitsIdentifier(request, "TaskIdentifier", task.Id)
            && Filter.Admits(request, "OpportunityIdentifier", task.OpportunityId));
        return Paging.Cut(
            request,
            "TaskSummaries",
            PageSizeDefault,
            found,
            task => new PageKey(Stamp.Nanoseconds(task.Started, task.Sequence), task.Id),
            task => Listed(task, kind == FromOpportunity));
    }

    private JsonObject Listed(TaskRecord task, bool withEngagement)
    {
        var item = Render(task, withEngagement);
        if (state.Options.ListsSpellNullReasonCodes) item["ReasonCode"] ??= "null";
        return item;
    }

    private JsonObject Render(TaskRecord task, bool withEngagement)
    {
        var response = new JsonObject
        {
            ["TaskId"] = task.Id,
            ["TaskArn"] = state.SharedArn(task.Catalog, task.Kind, task.Id),
            ["StartTime"] = Stamp.Nanoseconds(task.Started, task.Sequence),
            ["TaskStatus"] = task.Status,
            ["Message"] = task.Message,
            ["ReasonCode"] = task.ReasonCode,
            ["OpportunityId"] = task.OpportunityId,
            ["ResourceSnapshotJobId"] = task.JobId,
            ["EngagementInvitationId"] = task.InvitationId,
        };
        if (withEngagement) response["EngagementId"] = task.EngagementId;
        return response;
    }
}
