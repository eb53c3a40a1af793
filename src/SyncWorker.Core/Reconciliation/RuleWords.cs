namespace SyncWorker.Core.Reconciliation;

/// <summary>A rule as a person reads it.</summary>
public static class RuleWords
{
    /// <summary>The words.</summary>
    public static string Of(Rule rule) => rule switch
    {
        Rule.OneSideMoved => "only one side moved: it goes across, whatever the dates",
        Rule.LaterDate => "both moved, differently: the later Last Modified Date wins",
        Rule.SameSecond => "both moved, differently, in the same second: the side that Sync:TieGoesTo names wins",
        Rule.LockedByAws => "both moved, differently: AWS has locked the row, so its value stands",
        Rule.Decided => "decided before, and decided stays decided",
        Rule.Owner => "one side owns the row",
        Rule.Merged => "both sides get the merged list",
        Rule.KeptAtAws => "a blank in Salesforce never clears it at AWS",
        Rule.Follows => "the co-sell field shows what the row follows",
        Rule.LeftEmpty => "nothing speaks for the empty field any more: it says what AWS holds",
        Rule.NewAtAws => "everything that has a value goes into the new opportunity",
        Rule.Referral => "what AWS tells of a referral is shown",
        Rule.Shared => "Share With AWS makes a draft",
        Rule.MadeAtAws => "an opportunity in Partner Central gets a co-sell record",
        Rule.SubmitTicked => "Submit To AWS is ticked and every requirement is met",
        Rule.SubmitInScope => "Sync:SubmitAuto includes the deal and every requirement is met",
        Rule.ReferralDecision => "the seller's Referral Decision",
        Rule.AcceptInScope => "Sync:AcceptReferrals includes the referral",
        _ => "what the worker tells on the co-sell record",
    };
}
