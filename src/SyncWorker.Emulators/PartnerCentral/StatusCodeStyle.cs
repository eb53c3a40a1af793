namespace SyncWorker.Emulators.PartnerCentral;

/// <summary>Which HTTP statuses errors carry. AWS's two sources disagree, so a client must go by the error's name.</summary>
public enum StatusCodeStyle
{
    /// <summary>As the service model says: 404 for a missing resource, 409 for a conflict, 429 for throttling.</summary>
    Modelled,

    /// <summary>As the API reference says: 400 for every client error, 500 for every server error.</summary>
    Documented,
}
