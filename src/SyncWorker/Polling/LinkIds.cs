using System.Security.Cryptography;
using System.Text;

namespace SyncWorker.Polling;

/// <summary>Ids of links, made from the record that was found first: finding it again after a lost commit, or with an empty store, gives the same Clazar Id.</summary>
internal static class LinkIds
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    // 20 letters of 5 bits: no two of a billion deals share one.
    private const int Length = 20;

    public static string ForRecord(string recordId) => Of("record/" + recordId);

    public static string ForMappedObject(string opportunityId) => Of("mapped-object/" + opportunityId);

    public static string ForOpportunity(string opportunityId) => Of("opportunity/" + opportunityId);

    public static string ForInvitation(string invitationId) => Of("invitation/" + invitationId);

    private static string Of(string identity) => string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).Take(Length).Select(b => Letters[b & 31]));
}
