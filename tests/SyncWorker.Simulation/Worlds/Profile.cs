namespace SyncWorker.Simulation.Worlds;

/// <summary>What a run is like, drawn first from its seed.</summary>
/// <param name="FaultRate">The share of calls that go wrong.</param>
/// <param name="Skew">How far Salesforce's clock is ahead of ours, and AWS's.</param>
/// <param name="TokenLife">How long AWS keeps a client token; null for ever.</param>
/// <param name="TaskTime">How long an engagement task takes.</param>
/// <param name="Cycles">How many cycles people work.</param>
/// <param name="WritesPerDay">How many writes to Partner Central a day allows; null where it is more than anybody needs.</param>
/// <param name="HasSmallPages">Whether both systems answer with small pages.</param>
/// <param name="HasShortMap">Whether the operator maps only the rows that somebody needs.</param>
internal sealed record Profile(double FaultRate, (TimeSpan Salesforce, TimeSpan PartnerCentral) Skew, TimeSpan? TokenLife, TimeSpan TaskTime, int Cycles, int? WritesPerDay, bool HasSmallPages, bool HasShortMap)
{
    /// <summary>Whether a row that a side sets back twice within a day is held. People who put old values back all day would have every row held.</summary>
    public bool HoldsOtherTools { get; init; } = true;

    /// <summary>How long after its creation AWS lists an opportunity among those that were created since.</summary>
    public TimeSpan ListLag { get; init; }

    /// <summary>How often a newer version of the worker is rolled out, as a share of the cycles.</summary>
    public double RollOuts { get; init; }

    /// <summary>Whether AWS answers with entities in place of some characters, as it was seen to.</summary>
    public bool EncodesEntities { get; init; }

    /// <summary>How far the two systems' clocks are ahead of ours: mostly not at all.</summary>
    public static (TimeSpan Salesforce, TimeSpan PartnerCentral) Skews(Chance chance)
    {
        TimeSpan Skew() => chance.Of(0.7) ? TimeSpan.Zero : chance.Between(TimeSpan.FromMinutes(-4), TimeSpan.FromMinutes(4));
        return (Skew(), Skew());
    }

    /// <summary>Draws one.</summary>
    /// <param name="chance">The source of what a run is like.</param>
    /// <param name="apart">Another source for what was added later, so that runs without it stay the same; null for the same one.</param>
    public static Profile Of(Chance chance, Chance? apart = null)
    {
        return new Profile(
            chance.Of(0.15) ? 0 : chance.Share() * chance.Share() * 0.2,
            Skews(chance),
            chance.Of(0.5) ? null : TimeSpan.FromMinutes(15),
            chance.Of(0.8) ? TimeSpan.Zero : chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20)),
            chance.Of(0.1) ? chance.Between(6, 12) : chance.Between(2, 5),
            chance.Of(0.08) ? chance.Between(3, 9) : null,
            chance.Of(0.1),
            chance.Of(0.8))
        {
            ListLag = chance.Of(0.1) ? chance.Between(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90)) : TimeSpan.Zero,
            RollOuts = chance.Of(0.2) ? 0.4 : 0,
            EncodesEntities = (apart ?? chance).Of(0.15),
        };
    }
}
