using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Oracle;

/// <summary>When a value that a person replaced may stand on both sides in the end.</summary>
/// <param name="universe">The world.</param>
/// <param name="pair">The row.</param>
/// <param name="final">What both sides say in the end.</param>
internal sealed class Returns(Universe universe, Pair pair, string final)
{
    /// <summary>Whether it may, although somebody put something else in its place.</summary>
    public bool AreDue(Put replaced) => IsNoEdit(replaced) || IsPutBack(replaced) || WasInDoubt(replaced) || CoSellRecordSpeaks(replaced) || LostWithItsGroup(replaced)
        || LastBeforeTheWorker(replaced).AsksForAws || BlankWasKeptFromAws(replaced) || WasAnEditElsewhere(replaced) || IsStillToBeFilledIn(replaced);

    /// <summary>Where a person adopts an opportunity what is empty takes AWS's value, an emptied Opportunity says nothing of what it follows, and nobody edits in Salesforce what AWS owns.</summary>
    private bool IsNoEdit(Put replaced) => replaced.IsBeforeAdoption || replaced is { IsFollowed: true, New: null } || (pair.Row.IsAwsOwned && replaced.Place[0] != 'O');

    private bool IsPutBack(Put replaced) => pair.Puts.Any(p => p.New == final && p.Number > replaced.Number);

    /// <summary>Where it cannot be told whether a write landed, the journal is all that can keep an edit, and nothing keeps the very value that the write bears.</summary>
    private bool WasInDoubt(Put replaced) => replaced.IsTakenForOurs || IsKept(replaced, cause => cause is "Unconfirmed" or "Blank");

    /// <summary>Where the co-sell record was edited too, it speaks, and what it follows stays where it is. Where it cannot be told whether the write that carried what it says landed, it still says so.</summary>
    private bool CoSellRecordSpeaks(Put replaced) => replaced.IsFollowed && pair.CoSell == final
        && pair.Puts.LastOrDefault(p => !p.IsFollowed && p.Place[0] != 'O') is { } typed && (!replaced.IsAlone || typed.Number > replaced.Number || pair.Puts.Any(p => p.Place[0] == 'O' && p.Number > typed.Number && WasInDoubt(p)))
        && (typed.New == final || pair.Losers.Any(l => l.Value == typed.New));

    /// <summary>A group has one winner, also of the rows that only the loser edited.</summary>
    private bool LostWithItsGroup(Put replaced) => pair.Row.IsGrouped && IsKept(replaced, _ => true);

    /// <summary>A blank never clears what such rows hold at AWS, and stands only until AWS says something new of one of them, or where others of them are still to be filled in.</summary>
    private bool BlankWasKeptFromAws(Put replaced) => pair.Row.KeepsWhenEmpty && pair.Puts.Any(p => p is { New: null, Place: not ['O', ..] } && p.Number >= replaced.Number && (IsOvertaken(replaced) || IsBesideEmptyOnes(p)));

    private bool IsOvertaken(Put replaced) => pair.UnitPuts.Any(p => p.Place[0] == 'O' && !universe.Witness.Readings.Show(p, replaced.At));

    private bool IsBesideEmptyOnes(Put blank) => blank.EmptiesItsGroup && pair.UnitPuts.All(p => p.Place != blank.Place || p.Row == blank.Row);

    /// <summary>
    /// Both sides held something else and one of them said this one, and still did when the other replaced it: then it was an edit there, not a return. Here it left no trace, or it is in the
    /// journal.
    /// </summary>
    private bool WasAnEditElsewhere(Put replaced) => pair.Puts.Any(p => p.New == final && p.Place != replaced.Place && p.Number < replaced.Number && !pair.Puts.Any(q => q.Place == p.Place && q.Old != q.New && q.Number > p.Number && q.Number < replaced.Number))
        && (IsKept(replaced, _ => true) || LastBeforeTheWorker(replaced).LeavesNoTrace);

    /// <summary>What is empty takes what AWS has held all along, also where somebody typed something for a while.</summary>
    private bool IsStillToBeFilledIn(Put replaced) => LastBeforeTheWorker(replaced) is { New: null, LeavesNoTrace: true } && !pair.Puts.Any(p => p.Place[0] == 'O');

    /// <summary>What people put in the place of a value, and in the place of that, until something else stood there.</summary>
    private Put LastBeforeTheWorker(Put replaced)
    {
        var last = replaced;
        foreach (var put in pair.Puts.Where(p => p.Number > replaced.Number && p.Place == replaced.Place && p.IsFollowed == replaced.IsFollowed && p.Old != p.New))
        {
            if (put.Old != last.New) break;
            last = put;
        }

        return last;
    }

    /// <summary>Whether what a person put, or what people put in its place later, is in the journal for a cause.</summary>
    private bool IsKept(Put put, Func<string, bool> cause)
    {
        string?[] Said(Put by) => by.New is null && pair.SaidAgain(by) is { } again ? [null, again] : [by.New];
        var values = Said(put).ToHashSet();
        foreach (var later in pair.Puts.Where(p => p.Number > put.Number && values.Contains(p.Old))) values.UnionWith(Said(later));
        return pair.Losers.Any(l => values.Contains(l.Value) && cause(l.Cause));
    }
}
