using SyncWorker.Emulators.PartnerCentral.Rules;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Joins an opportunity to what is sold with it, and parts them again.</summary>
internal sealed class Associating(PartnerCentralState state)
{
    public void Associate(OpportunityRecord record, string type, string id)
    {
        var problems = new Problems();
        AssociationRules.CheckAssociation(record, type, id, state, problems);
        problems.ThrowIfAny();
        record.Related[type].Add(id);

        // A real solution takes the place of the described one.
        if (type == RelatedEntities.Solutions) record.Document.Put("Project.OtherSolutionDescription", null);
        Moved(record);
    }

    public void Disassociate(OpportunityRecord record, string type, string id)
    {
        var problems = new Problems();
        AssociationRules.CheckDisassociation(record, type, id, problems);
        problems.ThrowIfAny();
        record.Related[type].Remove(id);
        Moved(record);
    }

    private void Moved(OpportunityRecord record)
    {
        if (state.Options.AssociationsMoveLastModifiedDate) record.Touch(state.Now);
    }
}
