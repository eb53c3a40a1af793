using System.Diagnostics.CodeAnalysis;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Remote;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>One opportunity while it is being settled: at its end, or at an update of its co-sell record, which goes together with others.</summary>
internal sealed class Settlement(LinkState due, View view)
{
    /// <summary>The link as it was due.</summary>
    public LinkState Due => due;

    /// <summary>What is known of it by now.</summary>
    public View View { get; set; } = view;

    /// <summary>How many times both sides were looked at.</summary>
    public int Looks { get; set; }

    /// <summary>What Partner Central will not take before a known time; null where it takes everything.</summary>
    public RemoteException? PutOff { get; set; }

    /// <summary>The update of the co-sell record that is to go next.</summary>
    public Step? Update { get; set; }

    /// <summary>How it ended; null while the update is to go.</summary>
    public Settled? End { get; set; }

    /// <summary>Whether it waits for its update.</summary>
    [MemberNotNullWhen(true, nameof(Update))]
    public bool IsWaiting => End is null && Update is not null;
}
