using System.Text.Json.Nodes;
using CsCheck;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Mapping.MemberPaths;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Reconciliation;

/// <summary>The laws of the decision rule, each over any rule, so that a rule with a deliberate fault can be tried too.</summary>
internal static class Laws
{
    private static readonly string[] TwoWay = [Maps.Comments, Maps.Spend, Maps.NextStep, Maps.Campaign, Maps.Funding];
    private static readonly Gen<int[]> Numbers = Gen.Int[0, 29].Array[8];

    /// <summary>Edits, reverts, blanks, followed values, reviews, lost answers and crashes in any order: all comes to rest, equal, with nothing lost and nothing back from the dead.</summary>
    public static void Any_history_comes_to_rest(Rule rule, long cases) => History.Any.Sample(
        history =>
        {
            var world = Begun(rule, Maps.Part(history.Rows), history);
            world.Settle();
            Comes_to_rest(world, history);
        },
        iter: cases);

    /// <summary>The same of rows that are decided together and follow another record, also where a side rewrites one of them.</summary>
    public static void Any_history_of_a_following_group_comes_to_rest(Rule rule, long cases) => History.Any.Sample(
        history =>
        {
            var world = Begun(
                rule, history.Rows % 7 < 3 ? Maps.TogetherUntilApproved : Maps.Together, history,
                inSalesforce: history.Rows % 3 == 0 ? null : Values.WithFullStop(Maps.City),
                atAws: history.Rows % 5 > 1 ? null : (row, value) => Values.WithFullStop(Maps.Competitor)(row, (string?)value));
            world.Settle();
            Comes_to_rest(world, history);
        },
        iter: cases);

    /// <summary>The same where a seller gave a record, which may say something else, the number of an opportunity.</summary>
    public static void Any_history_after_a_pasted_number_comes_to_rest(Rule rule, long cases) => History.Any.Sample(
        history =>
        {
            var map = (history.Rows % 7) switch { 0 or 1 => Maps.Together, 2 => Maps.TogetherUntilApproved, _ => Maps.Part(history.Rows) };
            var world = Begun(rule, map, history);
            foreach (var (i, row) in map.Rows.Index().Where(r => (history.Start + r.Index) % 3 == 0)) world.Edit(row.Label, i % 2 == 0 ? Place.CoSell : Place.Followed, null);
            world.Adopt();
            Comes_to_rest(world, history);
        },
        iter: cases);

    /// <summary>A change on one side goes across, once, whatever the two dates say, and nothing goes back.</summary>
    public static void A_one_sided_change_wins_whatever_the_dates(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var (world, row, from) = (Settled(rule, TwoWay[n[0] % TwoWay.Length]), TwoWay[n[0] % TwoWay.Length], (Side)(n[1] % 2));
            world.Pass(n[2]);
            world.Edit(row, PlaceOf(from), world.Fresh(row, PlaceOf(from)));
            var edited = world.Value(row, PlaceOf(from));
            for (var i = 0; i < n[3] % 3; i++)
            {
                world.Pass(n[4]);
                world.Touch((Side)((n[5] + i) % 2));
            }

            world.Settle();
            Same(edited, world.Value(row, Place.CoSell), "a one-sided change wins");
            Same(edited, world.Value(row, Place.PartnerCentral), "a one-sided change wins");
            Same($"{Other(from)}:{row}", string.Join(' ', world.Written), "a one-sided change is written once, and nothing else");
            if (world.Journal.Count > 0) throw new LawBrokenException("a one-sided change loses nothing");
        },
        iter: cases);

    /// <summary>Both moved, differently: the later Last Modified Date wins; in the same second, the side that the operator named. The loser is in the journal.</summary>
    public static void The_later_date_wins_a_conflict(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var row = TwoWay[n[0] % TwoWay.Length];
            var tie = (Side)(n[1] % 2);
            var world = Settled(rule, row, tie: tie);
            var (first, gap) = ((Side)(n[2] % 2), n[3] % 3);
            world.Edit(row, PlaceOf(first), world.Fresh(row, PlaceOf(first)));
            world.Pass(gap);
            world.Edit(row, PlaceOf(Other(first)), world.Fresh(row, PlaceOf(Other(first))));
            var winner = gap == 0 ? tie : Other(first);
            var (won, lost) = (world.Value(row, PlaceOf(winner)), world.Value(row, PlaceOf(Other(winner))));
            world.Settle();
            Same(won, world.Value(row, Place.CoSell), "the later date wins");
            Same(won, world.Value(row, Place.PartnerCentral), "the later date wins");
            Same(lost, Values.Canonical(row, world.Journal.FirstOrDefault(j => j.Row == row && j.Cause == JournalCause.LaterDateWon)?.Value), "the journal keeps each losing value");
        },
        iter: cases);

    /// <summary>A decision outlives a review lock, a crash, a failed delivery and later dates on either side.</summary>
    public static void Decided_stays_decided(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var row = TwoWay[n[0] % TwoWay.Length];
            var locked = n[1] % 2 == 0;
            var world = Settled(rule, row, locked ? "In review" : "Approved");
            var winner = Conflict(world, row, n[2]);
            var won = world.Value(row, PlaceOf(winner));
            world.Settle(locked && winner == Side.Salesforce ? Fault.None : (Fault)(2 + n[3] % 3 * 2 % 4));
            for (var i = 0; i < 1 + n[4] % 3; i++)
            {
                world.Pass(n[5] + 1);
                world.Touch((Side)((n[6] + i) % 2));
                if (n[7] % 2 == 0) world.Settle(Fault.CrashBeforeDelivery);
            }

            world.Reviewed("Approved");
            Calm(world);
            Same(won, world.Value(row, Place.CoSell), "decided stays decided");
            Same(won, world.Value(row, Place.PartnerCentral), "decided stays decided");
        },
        iter: cases);

    /// <summary>The winner goes back before it was delivered: the decision never was, and the loser's edit flows.</summary>
    public static void Withdrawn_is_no_decision(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var row = TwoWay[n[0] % TwoWay.Length];
            var world = Settled(rule, row, n[1] % 2 == 0 ? "In review" : "Approved");
            var winner = Conflict(world, row, n[2]);
            var lost = world.Value(row, PlaceOf(Other(winner)));
            world.Settle(Fault.CrashBeforeDelivery);
            world.Pass(n[3]);
            world.PutBack(row, PlaceOf(winner));
            world.Reviewed("Approved");
            Calm(world);
            Same(lost, world.Value(row, Place.CoSell), "withdrawn is no decision");
            Same(lost, world.Value(row, Place.PartnerCentral), "withdrawn is no decision");
        },
        iter: cases);

    /// <summary>The answer to a write is lost: written or not, written late, or edited since, the last word of a person stands, and what arrived is not written again.</summary>
    public static void A_lost_receipt_is_harmless(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var row = TwoWay[n[0] % 2];
            var from = (Side)(n[1] % 2);
            var world = Settled(rule, row);
            world.Edit(row, PlaceOf(from), world.Fresh(row, PlaceOf(from)));
            var fault = (n[2] % 4) switch { 0 => Fault.AnswerLostNothingWritten, 1 => Fault.AnswerLostWritten, 2 => Fault.WrittenLate, _ => Fault.ReadBackUnreadable };
            world.Settle(fault, row, PlaceOf(n[3] % 2 == 0 ? from : Other(from)));
            world.Pass(n[4] + 1);
            var last = from;
            if (n[5] % 2 == 0)
            {
                world.Edit(row, PlaceOf(Other(from)), world.Fresh(row, PlaceOf(Other(from))));
                last = Other(from);
                if (fault == Fault.AnswerLostWritten && n[6] % 2 == 0)
                {
                    // Who edits what arrived has seen it, so no later date turns that into a conflict.
                    world.Pass(n[7] + 1);
                    world.Touch(from);
                }
            }

            var word = world.Value(row, PlaceOf(last));
            Calm(world);
            Same(word, world.Value(row, Place.CoSell), "a lost receipt is harmless");
            Same(word, world.Value(row, Place.PartnerCentral), "a lost receipt is harmless");
            if (last == from) Same("1", $"{world.Written.Count}", "a lost receipt writes nothing twice");
        },
        iter: cases);

    /// <summary>A date is the date of somebody's edit: our own write of another row makes neither side later.</summary>
    public static void Our_own_write_is_nobodys_edit(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var world = Settled(rule, Maps.Comments, "Approved", Side.PartnerCentral, Maps.Spend);
            var winner = Conflict(world, Maps.Comments, n[0]);
            world.Edit(Maps.Spend, PlaceOf(winner), world.Fresh(Maps.Spend, PlaceOf(winner)));
            var won = world.Value(Maps.Comments, PlaceOf(winner));
            world.Pass(n[1]);
            world.Settle(Fault.Unreadable, Maps.Comments, PlaceOf((Side)(n[2] % 2)));
            Calm(world);
            Same(won, world.Value(Maps.Comments, Place.CoSell), "our own write is nobody's edit");
            Same(won, world.Value(Maps.Comments, Place.PartnerCentral), "our own write is nobody's edit");
        },
        iter: cases);

    /// <summary>The owner's value goes across whichever side moved; the other side's edit goes to the journal and never to the owner.</summary>
    public static void An_owned_row_never_flows_back(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var (row, owner) = n[0] % 2 == 0 ? (Maps.Reviewer, Side.PartnerCentral) : (Maps.Related, Side.Salesforce);
            var world = Settled(rule, row);
            world.Edit(row, PlaceOf(Other(owner)), world.Fresh(row, PlaceOf(Other(owner))));
            var lost = world.Value(row, PlaceOf(Other(owner)));
            world.Pass(n[1]);
            if (n[2] % 2 == 0) world.Edit(row, PlaceOf(owner), world.Fresh(row, PlaceOf(owner)));
            world.Pass(n[3]);
            world.Touch((Side)(n[4] % 2));
            var owned = world.Value(row, PlaceOf(owner));
            world.Settle((Fault)(n[5] % 8));
            Calm(world);
            if (world.Written.Contains($"{owner}:{row}")) throw new LawBrokenException("an owned row never flows back");
            if (n[5] % 8 is (int)Fault.EditBeforeDelivery or (int)Fault.EditBeforeReadBack) return;
            Same(owned, world.Value(row, Place.CoSell), "the owner's value goes across");
            Same(owned, world.Value(row, Place.PartnerCentral), "the owner's value goes across");
            if (world.Journal.All(j => j.Value != lost)) throw new LawBrokenException("the journal keeps each losing value");
        },
        iter: cases);

    /// <summary>Rows that mean something only together have one winner, and other rows change nothing about it.</summary>
    public static void A_group_decides_together_and_alone(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var world = Settled(rule, Maps.Campaign, "Approved", Side.PartnerCentral, Maps.Comments, Maps.Type, Maps.Spend);
            var winner = (Side)(n[0] % 2);
            world.Edit(Maps.Campaign, PlaceOf(Other(winner)), world.Fresh(Maps.Campaign, PlaceOf(Other(winner))));
            if (n[1] % 2 == 0) world.Edit(Maps.Funding, PlaceOf(Other(winner)), world.Fresh(Maps.Funding, PlaceOf(Other(winner))));
            for (var i = 0; i < n[2] % 3; i++) world.Edit(Maps.Comments, PlaceOf((Side)((n[3] + i) % 2)), world.Fresh(Maps.Comments, PlaceOf((Side)((n[3] + i) % 2))));
            if (n[4] % 2 == 0) world.Edit(Maps.Spend, PlaceOf((Side)(n[5] % 2)), world.Fresh(Maps.Spend, PlaceOf((Side)(n[5] % 2))));
            world.Pass(5);
            world.Edit(Maps.Funding, PlaceOf(winner), world.Fresh(Maps.Funding, PlaceOf(winner)));
            string Decided(Plan plan) => string.Join(' ', plan.Changes.Where(c => c.Row is Maps.Campaign or Maps.Funding).Select(c => $"{c.To}:{c.Row}={c.Value}").Order());
            Same(Decided(world.Peek(Maps.Of(Maps.Campaign))), Decided(world.Peek()), "a group's decision depends on that group alone");
            var (campaign, funding) = (world.Value(Maps.Campaign, PlaceOf(winner)), world.Value(Maps.Funding, PlaceOf(winner)));
            world.Settle();
            foreach (var place in new[] { Place.CoSell, Place.PartnerCentral })
            {
                Same(campaign, world.Value(Maps.Campaign, place), "a group has one winner");
                Same(funding, world.Value(Maps.Funding, place), "a group has one winner");
            }
        },
        iter: cases);

    /// <summary>A place that cannot be read: nothing is written to either side for that row, and the other rows go on as if it were not there.</summary>
    public static void Unknown_writes_nothing(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var world = Settled(rule, Maps.Comments, "Approved", Side.PartnerCentral, Maps.Spend, Maps.Campaign, Maps.Related, Maps.Reviewer, Maps.Activities, Maps.Type);
            string[] rows = [Maps.Comments, Maps.Spend, Maps.Campaign, Maps.Funding, Maps.Related, Maps.Reviewer, Maps.Activities, Maps.Type];
            for (var i = 0; i < 5; i++)
            {
                var place = PlaceOf((Side)(n[i] % 2));
                world.Edit(rows[n[i] % rows.Length], place, world.Choose(rows[n[i] % rows.Length], place, n[(i + 1) % 8]));
            }

            var (row, side) = (rows[n[6] % rows.Length], (Side)(n[7] % 2));
            Snapshot Unread(Snapshot snapshot) => snapshot with { Readings = snapshot.Readings.SetItem(row, Reading.Unknown("not readable now")) };
            var plan = side == Side.Salesforce ? world.Peek(salesforce: Unread) : world.Peek(partnerCentral: Unread);
            var unit = world.Map[row].Unit;
            if (plan.Changes.Any(c => world.Map[c.Row].Unit == unit)) throw new LawBrokenException("unknown writes nothing");
            if (!plan.Holds.Any(h => world.Map.Find(h.Row)?.Unit == unit)) throw new LawBrokenException("unknown is held with the reason");
            string Rest(Plan p) => string.Join(' ', p.Changes.Where(c => world.Map[c.Row].Unit != unit).Select(c => $"{c.To}:{c.Row}={c.Value}"));
            Same(Rest(world.Peek()), Rest(plan), "other rows go on");
        },
        iter: cases);

    /// <summary>A target that rewrites what it gets is written once, and what it made of it does not flow back.</summary>
    public static void A_target_that_rewrites_is_written_once(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var row = n[0] % 2 == 0 ? Maps.NextStep : Maps.Spend;
            var world = Settled(rule, row);
            world.Edit(row, Place.CoSell, row == Maps.Spend ? 1000 + n[1] : $"Text {n[1]} {n[2]}");
            var typed = world[row, Place.CoSell]!.ToJsonString();
            for (var i = 0; i < 3; i++)
            {
                world.Settle();
                world.Pass(n[3] + 1);
                world.Touch((Side)((n[4] + i) % 2));
            }

            Same($"PartnerCentral:{row}", string.Join(' ', world.Written), "a target that rewrites what it gets is written once");
            Same(typed, world[row, Place.CoSell]!.ToJsonString(), "what the target made of it does not flow back");
        },
        iter: cases);

    /// <summary>Once settled, looking again writes nothing, whatever was saved without a change, and neither does a new map.</summary>
    public static void Looking_again_writes_nothing(Rule rule, long cases) => History.Any.Sample(
        history =>
        {
            var world = new World(rule, Maps.Part(history.Rows), "Approved");
            world.Born((history.Start & 2) != 0, (history.Start & 4) != 0);
            world.Settle();
            foreach (var h in history.Happenings.Take(3)) world.Live([h with { Kind = h.Kind % 7 }]);
            Calm(world);
            var writes = world.Written.Count;
            foreach (var h in history.Happenings)
            {
                world.Pass(h.Gap);
                world.Touch((Side)(h.How % 2));
                world.Settle();
            }

            Same($"{writes}", $"{world.Written.Count}", "idempotence: looking again writes nothing");
            if (world.Peek(Maps.Relabelled(world.Map)).Changes is [var change, ..]) throw new LawBrokenException($"a new map is no edit: {change.Row} is sent to {change.To}");
        },
        iter: cases);

    /// <summary>Setting, changing or emptying the lookup sends nothing to AWS; a change of what is followed then does.</summary>
    public static void A_lookup_is_no_edit(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var world = new World(rule, Maps.Of(Maps.Competitor), "Approved");
            world.Born(n[0] % 2 == 0, met: true);
            world.Settle();
            world.Written.Clear();
            for (var i = 0; i < 1 + n[1] % 3; i++)
            {
                world.Pass(n[2]);
                world.Look(n[3 + i] % 3 > 0);
                world.Settle();
            }

            if (world.Written.Any(w => w.StartsWith("PartnerCentral:", StringComparison.Ordinal))) throw new LawBrokenException("setting or changing the lookup sends nothing");
            world.Look(true);
            world.Settle();
            world.Pass(n[7]);
            world.Edit(Maps.Competitor, Place.Followed, world.Fresh(Maps.Competitor, Place.Followed));
            world.Settle();
            Same(world.Value(Maps.Competitor, Place.Followed), world.Value(Maps.Competitor, Place.PartnerCentral), "a followed change flows after the lookup changed");
        },
        iter: cases);

    /// <summary>No round trip flips a seller's picklist value: it is left alone while it means what AWS holds.</summary>
    public static void No_round_trip_flips_a_picklist_value(Rule rule, long cases) => Numbers.Sample(
        n =>
        {
            var world = Settled(rule, Maps.Type);
            for (var i = 0; i < 4; i++)
            {
                var place = PlaceOf((Side)(n[i] % 2));
                world.Pass(n[i + 4] % 3);
                world.Edit(Maps.Type, place, Values.Fresh(Maps.Type, place, n[i + 4]));
                var (typed, meant) = ($"{world[Maps.Type, Place.CoSell]}", world.Value(Maps.Type, Place.CoSell));
                world.Settle();
                if (world.Value(Maps.Type, Place.PartnerCentral) == meant) Same(typed, $"{world[Maps.Type, Place.CoSell]}", "no round trip flips a seller's value");
                Same(world.Value(Maps.Type, Place.PartnerCentral), world.Value(Maps.Type, Place.CoSell), "convergence");
            }
        },
        iter: cases);

    /// <summary>put(s, toAws(s)) = s, and toAws(put(s, a)) = a unless held.</summary>
    public static void A_picklist_puts_what_it_gets(long cases) => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Bool.Array[3]).Sample(
        (s, a, primary) =>
        {
            string[] org = ["New Customer", "New Business", "Add-On", "Upsell", "Renew"], aws = ["New", "Expansion", "Renewal"];
            string[] means = ["New", "New", "Expansion", "Expansion", "Renewal"];
            var map = Maps.Types with { Back = Maps.Types.Back.RemoveRange(aws.Where((_, i) => !primary[i])) };
            var codec = CodecTable.Create("picklist", new CodecArguments(map), out _)!;
            var kept = codec.Encode(Place.CoSell, means[s], [org[s]], CodecContext.None);
            Same(org[s], (string?)kept.Parts[0], "put(s, toAws(s)) = s");
            var put = codec.Encode(Place.CoSell, aws[a], [org[s]], CodecContext.None);
            if (put.Reason is null) Same(aws[a], codec.Decode(Place.CoSell, put.Parts, CodecContext.None).Canonical, "toAws(put(s, a)) = a");
        },
        iter: cases);

    /// <summary>Writing a member into a document leaves every other member as it was, and clearing it again leaves the document as it was.</summary>
    public static void Members_outside_the_map_stay(long cases) => Gen.Select(Gen.Int[0, 6].Array[0, 12], Gen.Int[0, 5], Gen.Bool).Sample(
        (shape, path, clear) =>
        {
            string[] paths = ["opportunity.A", "opportunity.B.C", "opportunity.B.D.E", "opportunity.L[K=x].A", "opportunity.L[K=y].B.C", "opportunity.M[1].A"];
            if (!MemberPath.TryParse(paths[path], out var member, out var problem)) throw new LawBrokenException(problem);
            var document = Document(shape);
            var expected = Document(shape);
            MemberWriter.Write(document, member, clear ? null : "written");
            Same(clear ? null : "written", (string?)MemberReader.Read(document, member).Node, "what is written is read");
            Forget(document, paths[path]);
            Forget(expected, paths[path]);
            Same(expected.ToJsonString(), document.ToJsonString(), "members outside the map stay as they are");
        },
        iter: cases);

    private static JsonObject Document(int[] shape)
    {
        var document = new JsonObject { ["Z"] = "outside", ["B"] = new JsonObject { ["X"] = "beside" }, ["M"] = new JsonArray(new JsonObject { ["A"] = "first" }, new JsonObject { ["A"] = "second", ["B"] = "kept" }, new JsonObject { ["A"] = "third" }) };
        document["L"] = new JsonArray(new JsonObject { ["K"] = "x", ["X"] = "kept" }, new JsonObject { ["K"] = "y", ["X"] = "kept" }, new JsonObject { ["K"] = "z", ["A"] = "other" });
        foreach (var (number, i) in shape.Select((s, i) => (s, i)))
        {
            switch (number)
            {
                case 0: document["A"] = $"a{i}"; break;
                case 1: document["B"]!["C"] = $"c{i}"; break;
                case 2: document["B"]!["D"] = new JsonObject { ["E"] = $"e{i}", ["F"] = "kept" }; break;
                case 3: document["L"]![0]!["A"] = $"x{i}"; break;
                case 4: document["L"]![1]!["B"] = new JsonObject { ["C"] = $"y{i}", ["D"] = null }; break;
                case 5: document[$"N{i}"] = new JsonArray(i, null, new JsonObject { ["A"] = i }); break;
                default: document[$"O{i}"] = new JsonObject { ["x & y"] = $"&amp;{i}" }; break;
            }
        }

        return document;
    }

    /// <summary>Takes the member out by hand.</summary>
    private static void Forget(JsonObject document, string path)
    {
        switch (path)
        {
            case "opportunity.A": document.Remove("A"); break;
            case "opportunity.B.C": ((JsonObject)document["B"]!).Remove("C"); break;
            case "opportunity.B.D.E":
                if (document["B"]!["D"] is JsonObject d && d.Remove("E") | d.Count == 0 && d.Count == 0) ((JsonObject)document["B"]!).Remove("D");
                break;
            case "opportunity.L[K=x].A": ((JsonObject)document["L"]![0]!).Remove("A"); break;
            case "opportunity.L[K=y].B.C":
                // It is all that this object holds, so the object goes with it.
                ((JsonObject)document["L"]![1]!).Remove("B");
                break;
            default: ((JsonObject)document["M"]![1]!).Remove("A"); break;
        }
    }

    /// <summary>The world in which a history begins.</summary>
    private static World Begun(Rule rule, FieldMap map, History history, Func<string, string?, string?>? inSalesforce = null, Func<string, JsonNode?, JsonNode?>? atAws = null)
    {
        var world = new World(rule, map, (history.Start & 1) == 0 ? "Approved" : "In review", (history.Start & 8) == 0 ? Side.Salesforce : Side.PartnerCentral) { InSalesforce = inSalesforce, AtAws = atAws };
        world.Born((history.Start & 2) != 0, (history.Start & 4) != 0);
        return world;
    }

    private static void Comes_to_rest(World world, History history)
    {
        world.Live(history.Happenings);
        Judge.Rest(world);
    }

    /// <summary>A world in which both sides agree on the rows and were settled.</summary>
    private static World Settled(Rule rule, string row, string status = "Approved", Side tie = Side.PartnerCentral, params string[] more)
    {
        var world = new World(rule, Maps.Of([row, .. more]), status, tie);
        world.Born(mapped: false, met: true);
        world.Settle();
        world.Written.Clear();
        world.Journal.Clear();
        world.Pass(60);
        return world;
    }

    /// <summary>Both sides edit, the winner 5 seconds later.</summary>
    private static Side Conflict(World world, string row, int number)
    {
        var winner = (Side)(number % 2);
        world.Edit(row, PlaceOf(Other(winner)), world.Fresh(row, PlaceOf(Other(winner))));
        world.Pass(5);
        world.Edit(row, PlaceOf(winner), world.Fresh(row, PlaceOf(winner)));
        return winner;
    }

    private static void Calm(World world)
    {
        for (var i = 0; i < 3; i++)
        {
            world.Pass(200);
            world.Settle();
        }
    }

    private static Place PlaceOf(Side side) => side == Side.Salesforce ? Place.CoSell : Place.PartnerCentral;

    private static Side Other(Side side) => side == Side.Salesforce ? Side.PartnerCentral : Side.Salesforce;

    private static void Same(string? expected, string? found, string law)
    {
        if (expected != found) throw new LawBrokenException($"{law}: expected {expected ?? "nothing"}, found {found ?? "nothing"}");
    }
}
