namespace SyncWorker.Core.Reconciliation;

/// <summary>A rule as a person reads it.</summary>
public static class RuleWords
{
    /// <summary>The words.</summary>
    public static string Of(WriteRule rule) => rule switch
    {
        WriteRule.OneSideMoved => "only one side moved: it goes across, whatever the dates",
        WriteRule.LaterDate => "both moved, differently: the later Last Modified Date wins",
        WriteRule.SameSecond => "both moved, differently, in the same second: the side that Sync:TieGoesTo names wins",
        WriteRule.LockedByAws => "both moved, differently: AWS has locked the row, so its value stands",
        WriteRule.Decided => "decided before, and decided stays decided",
        WriteRule.Owner => "one side owns the row",
        WriteRule.Merged => "both sides get the merged list",
        WriteRule.KeptAtAws => "a blank in Salesforce never clears it at AWS",
        WriteRule.Follows => "the co-sell field shows what the row follows",
        WriteRule.LeftEmpty => "nothing speaks for the empty field any more: it says what AWS holds",
        WriteRule.NewAtAws => "everything that has a value goes into the new opportunity",
        WriteRule.Referral => "what AWS tells of a referral is shown",
        WriteRule.Shared => "Share With AWS makes a draft",
        WriteRule.MadeAtAws => "an opportunity in Partner Central gets a co-sell record",
        WriteRule.SubmitTicked => "Submit To AWS is ticked and every requirement is met",
        WriteRule.SubmitInScope => "Sync:SubmitAuto includes the deal and every requirement is met",
        WriteRule.ReferralDecision => "the seller's Referral Decision",
        WriteRule.AcceptInScope => "Sync:AcceptReferrals includes the referral",
        _ => "what the worker tells on the co-sell record",
    };
}
