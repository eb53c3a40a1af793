using System.Xml.Linq;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using static SyncWorker.Salesforce.Package.OwnerFlow;

namespace SyncWorker.Salesforce.Package;

/// <summary>The owner of a co-sell record follows the Opportunity's owner; an AWS referral without an Opportunity belongs to the queue.</summary>
internal static class OwnerFlows
{
    private const string Owner = "OwnerId";
    private const string Id = "Id";
    private const string Found = "Find_The_Queue";
    private const string Give = "Give_To_The_Owner";
    private const string Keep = "Keep_The_Owner";
    private const string OpportunitysOwner = $"$Record.{CoSellFields.OpportunityRelation}.{Owner}";

    public static readonly OwnerFlow[] All =
    [
        new("AWS_Co_Sell_Owner_Of_Record", "AWS Co-Sell: owner of a linked record", "A co-sell record that is linked with an Opportunity goes to the Opportunity's owner.", record =>
        [
            .. Giving(record, OpportunitysOwner, Filter(Id, "EqualTo", "elementReference", "$Record.Id")),
            Decision("Opportunity_Has_An_Owner", "Has the Opportunity an active owner?", "Another_Active_Owner", Give,
                Condition($"$Record.{CoSellFields.OpportunityRelation}.Owner.IsActive", "EqualTo", "booleanValue", true),
                Condition($"$Record.{Owner}", "NotEqualTo", "elementReference", OpportunitysOwner)),
            Start("Opportunity_Has_An_Owner", record, "CreateAndUpdate", "RecordAfterSave",
                Metadata.Of("filterFormula", $"AND(NOT(ISBLANK({{!$Record.{CoSellFields.Opportunity}}})), OR(ISNEW(), ISCHANGED({{!$Record.{CoSellFields.Opportunity}}})))")),
        ]),
        new("AWS_Co_Sell_Owner_Of_Opportunity", "AWS Co-Sell: new owner of an Opportunity", "When an Opportunity gets a new owner, so do its co-sell records.", record =>
        [
            .. Giving(record, $"$Record.{Owner}", Filter(CoSellFields.Opportunity, "EqualTo", "elementReference", "$Record.Id")),
            Start(Give, FollowedFields.Opportunity, "Update", "RecordAfterSave", Metadata.Of("filterLogic", "and"), Filter(Owner, "IsChanged", "booleanValue", true)),
        ]),
        new("AWS_Co_Sell_Referral_To_Queue", "AWS Co-Sell: referral to the queue", "A new AWS referral belongs to the queue until somebody takes it or links it with an Opportunity.", record =>
        [
            Element("recordLookups", Found, "Find the queue", 0,
                Metadata.Of("assignNullValuesIfNoRecordsFound", false), Connector("connector", "Is_There_A_Queue"), Metadata.Of("filterLogic", "and"),
                Filter("DeveloperName", "EqualTo", "stringValue", Queue.Name), Filter("Type", "EqualTo", "stringValue", "Queue"),
                Metadata.Of("getFirstRecordOnly", true), Metadata.Of("object", "Group"), Metadata.Of("storeOutputAutomatically", true)),
            Decision("Is_There_A_Queue", "Is there a queue?", "There_Is", "Give_To_The_Queue", Condition($"{Found}.{Id}", "IsNull", "booleanValue", false)),
            Assignment("Give_To_The_Queue", "Give it to the queue", 2, $"$Record.{Owner}", "elementReference", $"{Found}.{Id}"),
            Start(Found, record, "Create", "RecordBeforeSave", Metadata.Of("filterLogic", "and"),
                Filter(CoSellFields.SyncStatus, "EqualTo", "stringValue", SyncStatus.ReferralToAnswer), Filter(CoSellFields.Opportunity, "IsNull", "booleanValue", true)),
        ]),
    ];

    /// <summary>Gives records to an owner. Somebody without access to the object cannot own one: then all stays as it is.</summary>
    private static IEnumerable<XElement> Giving(string record, string owner, XElement which) =>
    [
        Assignment(Keep, "Keep the owner", 3, "isKept", "booleanValue", true),
        Element("recordUpdates", Give, "Give to the owner", 2, Connector("faultConnector", Keep), Metadata.Of("filterLogic", "and"), which,
            Metadata.Of("inputAssignments", [Metadata.Of("field", Owner), Metadata.Of("value", [Metadata.Of("elementReference", owner)])]), Metadata.Of("object", record)),
        Metadata.Of("variables", [Metadata.Of("name", "isKept"), Metadata.Of("dataType", "Boolean"), Metadata.Of("isCollection", false), Metadata.Of("isInput", false), Metadata.Of("isOutput", false)]),
    ];

    private static XElement Decision(string name, string label, string outcome, string then, params IEnumerable<XElement> conditions) => Element("decisions", name, label, 1,
        Metadata.Of("defaultConnectorLabel", "No"),
        Metadata.Of("rules", [Metadata.Of("name", outcome), Metadata.Of("conditionLogic", "and"), .. conditions, Connector("connector", then), Metadata.Of("label", "Yes")]));

    private static XElement Assignment(string name, string label, int place, string to, string kind, object value) => Element("assignments", name, label, place,
        Metadata.Of("assignmentItems", [Metadata.Of("assignToReference", to), Metadata.Of("operator", "Assign"), Metadata.Of("value", [Metadata.Of(kind, value)])]));
}
