using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SyncWorker.Polling;

/// <summary>
/// What a poll has already marked, by content. Both APIs are read again with an overlap; this keeps the overlap from costing anything. Only a cache: losing it costs a settle that finds
/// nothing to do.
/// </summary>
internal sealed class Seen
{
    private readonly Dictionary<string, Int128> _content = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Whether Partner Central was read to the end since the process started. Until then a deal may be there of which we know nothing.</summary>
    public bool HasReadPartnerCentral { get; set; }

    /// <summary>Whether a record says something new.</summary>
    public bool IsNew(string id, string content)
    {
        lock (_gate) return !_content.TryGetValue(id, out var known) || known != Digest(content);
    }

    /// <summary>Notes what was marked. Called after the mark is durable, so that no change is lost between the two.</summary>
    public void Note(string id, string content)
    {
        lock (_gate) _content[id] = Digest(content);
    }

    /// <summary>Sixteen bytes stand for a record: tens of thousands of records fit, and no customer data stays in memory.</summary>
    private static Int128 Digest(string content) => BinaryPrimitives.ReadInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
