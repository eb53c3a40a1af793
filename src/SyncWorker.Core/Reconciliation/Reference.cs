using System.Text;

namespace SyncWorker.Core.Reconciliation;

/// <summary>Short references that a seller can quote, made from a link's id and a number: the same plan always has the same ones.</summary>
internal static class Reference
{
    public static string Of(string linkId, int number)
    {
        // FNV-1a, 64 bits folded to 32: enough to tell the few entries of one link apart.
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes($"{linkId}/{number}")) hash = (hash ^ b) * 1099511628211UL;
        return ((uint)(hash >> 32) ^ (uint)hash).ToString("x8")[..6];
    }
}
