namespace SyncWorker.Adoption;

/// <summary>Where Salesforce holds AWS's numbers of opportunities besides our own records: a field of the Opportunity, or another tool's object.</summary>
internal sealed class NumberSource
{
    /// <summary>The object, such as <c>Opportunity</c> or <c>Other_Tool__Deal__c</c>.</summary>
    public string Object { get; set; } = "";

    /// <summary>The field of it that holds the number.</summary>
    public string Field { get; set; } = "";

    /// <summary>The path from a record to its Opportunity's id: <c>Id</c> on the Opportunity itself, else such as <c>Other_Tool__Opportunity__c</c>.</summary>
    public string Opportunity { get; set; } = "";
}
