namespace SyncWorker.Remote;

/// <summary>
/// A request that did not succeed. The exception's own message holds codes and ids only, because it is logged; the remote's words, which may hold customer data, stand apart.
/// </summary>
internal sealed class RemoteException : Exception
{
    /// <summary>The code where no answer came.</summary>
    public const string Unanswered = "NO_ANSWER";

    /// <summary>The code where the worker lacks its credentials for a while.</summary>
    public const string CredentialsNotRenewed = "CREDENTIALS_NOT_RENEWED";

    public RemoteException(string api, string operation, RemoteErrorKind kind, string code, string remoteMessage, Exception? inner = null)
        : base($"{api} {operation}: {kind} ({code})", inner)
    {
        Api = api;
        Operation = operation;
        Kind = kind;
        Code = code;
        RemoteMessage = remoteMessage;
    }

    /// <summary>Which API: <c>Salesforce</c> or <c>Partner Central</c>.</summary>
    public string Api { get; }

    /// <summary>What was asked, in the API's own word.</summary>
    public string Operation { get; }

    /// <summary>What it means.</summary>
    public RemoteErrorKind Kind { get; }

    /// <summary>The API's error name or code.</summary>
    public string Code { get; }

    /// <summary>The remote's words.</summary>
    public string RemoteMessage { get; }

    /// <summary>The fields that the refusal names.</summary>
    public IReadOnlyList<RemoteField> Fields { get; init; } = [];

    /// <summary>The remote's id of the request, for its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the request may have taken effect all the same.</summary>
    public bool MayHaveLanded { get; set; }

    /// <summary>Whether the try is over for certain, token and all: the next one needs a new token.</summary>
    public bool EndsIntent { get; init; }

    /// <summary>When it may be tried again, where that is known: until then it is put off, which is no failure.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>Whether this was told before and nothing was asked of the remote since.</summary>
    public bool WasTold { get; private init; }

    /// <summary>Whether the remote's words are about the worker's own set-up, and hold no record's data.</summary>
    public bool IsAboutTheWorker => Kind is RemoteErrorKind.Unauthorised or RemoteErrorKind.Throttled || Code is Unanswered or CredentialsNotRenewed;

    /// <summary>The same once more, for whoever asks while nothing can have changed.</summary>
    public RemoteException AsTold() => new(Api, Operation, Kind, Code, RemoteMessage, this) { WasTold = true };

    /// <summary>No answer came: the effect is unknown.</summary>
    public static RemoteException NoAnswer(string api, string operation, Exception inner) =>
        new(api, operation, RemoteErrorKind.Transient, Unanswered, $"{api} gave no answer that could be read ({inner.GetBaseException().Message}). Check its address in the settings, and the network.", inner) { MayHaveLanded = true };
}
