using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Remote;

namespace SyncWorker.Settling;

/// <summary>A refusal in a seller's terms: the remote's words by row, where it names fields that the map knows.</summary>
internal static class RefusedRows
{
    public static (string Words, ImmutableDictionary<string, string> Rows) Of(FieldMap map, Step step, RemoteException refused)
    {
        var rows = ImmutableDictionary.CreateBuilder<string, string>();
        var lines = new List<string>();
        foreach (var field in refused.Fields)
        {
            var row = map.Rows.FirstOrDefault(r => step.Side == Side.Salesforce ? r.Fields.Contains(field.Name, StringComparer.OrdinalIgnoreCase) : Names(r.Write, field.Name));
            lines.Add(row is null ? field.Message : $"{row.Label}: {field.Message}");
            if (row is not null) rows[row.Label] = field.Message;
        }

        return (lines.Count == 0 ? refused.RemoteMessage : string.Join(" ", lines), rows.ToImmutable());
    }

    /// <summary>AWS names fields in lower camel case with list positions: <c>customer.contacts.1.member.email</c>.</summary>
    private static bool Names(MemberPath? path, string field)
    {
        if (path is null) return false;
        var parts = field.Split('.').Where(p => p != "member" && !int.TryParse(p, out _));
        return string.Equals(path.Member, string.Join('.', parts), StringComparison.OrdinalIgnoreCase);
    }
}
