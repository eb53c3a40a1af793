using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Rules;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Gives an opportunity another owner or another partner contact.</summary>
internal sealed class Assigning(PartnerCentralState state)
{
    public void Assign(OpportunityRecord record, JsonObject assignee)
    {
        var problems = new Problems();
        if (!Editability.AllowsAssociations(record))
        {
            problems.Add(
                "Identifier", $"Opportunity {record.Id} cannot be assigned in review status '{record.Status}' and stage '{record.Stage}'.", ProblemCode.ActionNotPermitted);
        }

        var member = TeamRules.Member(assignee, state.Seed, "Assignee", problems);
        problems.ThrowIfAny();

        // There is one of each title: the new one takes the old one's place.
        var at = record.Team.FindIndex(m => m.Text("BusinessTitle") == member.Text("BusinessTitle"));
        if (at >= 0) record.Team[at] = member!;
        else record.Team.Add(member!);
        record.Touch(state.Now);
    }
}
