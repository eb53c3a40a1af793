namespace SyncWorker.Tests.Worlds;

/// <summary>A call on its way.</summary>
/// <param name="Operation">AWS's operation, or Salesforce's method and last segment, such as <c>POST composite</c>.</param>
/// <param name="Body">The request's body.</param>
internal sealed record WireCall(string Operation, string Body)
{
    /// <summary>Whether it writes: to AWS anything but a read, to Salesforce an insert or a composite that updates.</summary>
    public bool IsWrite => Operation is "POST AWS_Co_Sell_Opportunity__c" || (Operation == "POST composite" ? Body.Contains("\"PATCH\"", StringComparison.Ordinal) : IsAwsWrite);

    private bool IsAwsWrite => !Operation.Contains(' ', StringComparison.Ordinal) && !Operation.StartsWith("Get", StringComparison.Ordinal) && !Operation.StartsWith("List", StringComparison.Ordinal);
}
