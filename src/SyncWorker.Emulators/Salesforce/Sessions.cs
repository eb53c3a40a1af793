namespace SyncWorker.Emulators.Salesforce;

/// <summary>Who is logged in. Every use of a token slides its end; nothing in the token reply says when that is.</summary>
internal sealed class Sessions(TimeProvider clock, SalesforceEmulatorOptions options)
{
    private readonly Dictionary<string, (string UserId, DateTimeOffset End)> _byToken = new(StringComparer.Ordinal);
    private int _opened;

    public string Open(string userId)
    {
        var token = $"{options.OrgId}!AQ{++_opened:D8}.emulated.session";
        _byToken[token] = (userId, clock.GetUtcNow() + options.SessionLifetime);
        return token;
    }

    /// <summary>The user of a token that is still good, or null.</summary>
    public string? Use(string token)
    {
        var now = clock.GetUtcNow();
        if (!_byToken.TryGetValue(token, out var session) || session.End <= now)
            return null;
        _byToken[token] = (session.UserId, now + options.SessionLifetime);
        return session.UserId;
    }

    public void Close(string token) => _byToken.Remove(token);

    public void CloseAll() => _byToken.Clear();
}
