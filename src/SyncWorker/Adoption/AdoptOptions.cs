namespace SyncWorker.Adoption;

/// <summary>How opportunities that exist at AWS are paired with Salesforce on day one, section <c>Adopt</c>.</summary>
internal sealed class AdoptOptions
{
    /// <summary>Where Salesforce holds AWS's numbers; none by default.</summary>
    public NumberSource[] Sources { get; set; } = [];
}
