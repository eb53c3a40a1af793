using SyncWorker.Configuration;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Tests.EditabilityCells;

/// <summary>Every member that the map writes, in every state of the opportunity: what becomes of a seller's edit, through the worker and against the emulators.</summary>
public sealed class EditabilityCellTests(EditabilityWorlds worlds) : IClassFixture<EditabilityWorlds>
{
    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string>();
            foreach (var cell in Matrix.Cells) cells.Add(cell.Member, cell.State, cell.Becomes);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_seller_s_edit_goes_when_AWS_takes_it_and_says_what_it_waits_for(string member, string state, string becomes)
    {
        var edit = FieldEdits.All.Single(e => e.Member == member);
        var row = Matrix.Cells.First(c => c.Member == member).Row;
        var seen = worlds.Seen(state, member);

        string[] wrong = [.. Wrong(row, state, becomes, seen.Held == edit.Value, seen)];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_member_that_the_map_writes_to_the_opportunity_is_in_the_matrix()
    {
        var map = FieldMapLoader.Load(Repository.Config).Map!;
        var written = map.Rows.Where(r => r.Write is { Root: not PathRoot.Invitation }).Select(r => r.Label);
        Assert.Equal(written.Order(StringComparer.Ordinal), Matrix.Cells.Select(c => c.Row).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Matrix.Cells.Select(c => c.Member).Distinct().Order(StringComparer.Ordinal), FieldEdits.All.Select(e => e.Member).Order(StringComparer.Ordinal));
        Assert.All(Matrix.Cells, c => Assert.Contains(c.Becomes, (string[])["sent", "waits", "waits for tick", "held", "never"]));
    }

    private static IEnumerable<string> Wrong(string row, string state, string becomes, bool isHeld, CellOutcome seen)
    {
        if (seen.Refused.Count > 0) yield return $"refused: {string.Join(", ", seen.Refused)}";
        if (isHeld != (becomes == "sent")) yield return $"AWS holds {seen.Held}";
        if (seen.Others.Count > 0) yield return $"other members changed: {string.Join(", ", seen.Others)}";
        if (seen.Note.Contains($"{row} differs: locked by AWS.", StringComparison.Ordinal) != (becomes == "never")
            || seen.Note.Contains("AWS is reviewing; your", StringComparison.Ordinal) != (becomes == "waits"))
            yield return $"the note reads '{seen.Note}'";
        var asks = state == "Action Required" || (state == "Action Required, ticked" && becomes == "held");
        if (asks != seen.Error.Contains("Tick Submit To AWS when done.", StringComparison.Ordinal)
            || (becomes == "held") != seen.Error.Contains($"{row}: ", StringComparison.Ordinal) || seen.Error.Contains("AWS refused", StringComparison.Ordinal))
            yield return $"the error reads '{seen.Error}'";
        if (!Shown(asks ? "Action Required" : state).Contains(seen.Status)) yield return $"the status reads '{seen.Status}', the error '{seen.Error}'";
    }

    /// <summary>Where the seller reads that the opportunity stands.</summary>
    private static string[] Shown(string state) => state switch
    {
        "Pending Submission" => ["Ready to submit", "Draft"],
        "Submitted" or "In review" or "Action Required, ticked" => ["In AWS review"],
        "Action Required" => ["Action required by AWS"],
        "Rejected" => ["Rejected by AWS"],
        "Approved" => ["In sync", "Closed at AWS"],
        _ => ["Closed at AWS"],
    };
}
