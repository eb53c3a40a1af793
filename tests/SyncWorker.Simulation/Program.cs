using System.CommandLine;
using SyncWorker.Simulation.Kills;
using SyncWorker.Simulation.Mutants;
using SyncWorker.Simulation.Proofs;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation;

/// <summary>The proofs as a program: each verb prints what it saw, and ends with 1 where something was broken.</summary>
internal static class Program
{
    private static readonly Option<bool> OtherCulture = new("--other-culture") { Description = "In a culture that writes numbers and dates otherwise." };

    private static int Main(string[] args)
    {
        var root = new RootCommand("Runs the whole worker against both systems in virtual time, from one seed.") { Trace(), ManySeeds(), FindKills(), SingleFaults(), FaultPairs(), Traces(), SameTraces(), ManyCreates(), ManyEdits(), LongQuiet(), ManyAdoptions(), RealKills() };
        return root.Parse(args).Invoke();
    }

    private static readonly Option<double> Lost = new("--lost") { Description = "The share of the answers to creating writes that is lost.", DefaultValueFactory = _ => Creates.UsuallyLost };

    private static readonly Option<int> Cycles = new("--cycles") { Description = "How many cycles nothing happens.", DefaultValueFactory = _ => 1000 };

    private static Command Trace()
    {
        var seed = new Argument<int>("seed");
        var mutantName = new Option<string?>("--mutant") { Description = "With one of the deliberate faults." };
        var cell = new Option<string?>("--cell") { Description = "With one fault of the matrix, such as 'A5 LostAnswer', or two with a comma between, in the run in which every point is reached." };
        var proof = new Option<string?>("--proof") { Description = $"As one of the proofs in bulk runs it: creates, edits, quiet or adoptions; or as a run for what is seldom: {string.Join(", ", Seldom.Named.Keys)}." };
        var verb = new Command("trace", "Shows one run in words.") { seed, mutantName, cell, proof, Lost, Cycles, OtherCulture };
        verb.SetAction(parse =>
        {
            if (parse.GetValue(OtherCulture)) Determinism.TakeOn();
            var mutant = parse.GetValue(mutantName) is { } name ? AllMutants.List.Single(m => m.Name == name) : null;
            var run = parse.GetValue(proof) switch
            {
                Creates.Name => Creates.Experiment(parse.GetValue(seed), parse.GetValue(Lost)),
                Edits.Name => Edits.Experiment(parse.GetValue(seed)),
                Adoptions.Name => Adoptions.Experiment(parse.GetValue(seed)),
                Quiescence.Name => Quiescence.Experiment(parse.GetValue(seed), parse.GetValue(Cycles)),
                { } seldom => Seldom.Named[seldom](parse.GetValue(seed)),
                _ => mutant?.Experiment(parse.GetValue(seed)) ?? new Experiment(parse.GetValue(seed)),
            };
            var verdict = parse.GetValue(cell) is { } named ? Run.Of(Faulty(parse.GetValue(seed), named.Split(", "))) : Run.Of(run with { Mutant = mutant, Words = Console.Out });
            Console.WriteLine($"seed {verdict.Seed}: {verdict.Counts}; trace {verdict.Trace}; {(verdict.IsGood ? "good" : string.Join(Environment.NewLine, verdict.Violations))}");
            return verdict.IsGood ? 0 : 1;
        });
        return verb;
    }

    private static Experiment Faulty(int seed, string[] cells) => Matrix.Experiment(seed, cells.Length, Console.Out, [.. cells.Select(c => Cells.ByName(c).Order)]).Experiment;

    private static Command ManySeeds()
    {
        var first = new Argument<int>("first");
        var count = new Argument<int>("count") { Description = "At least so many." };
        var time = new Option<int>("--seconds") { Description = "As many more as fit into this time. Where so many do not fit, that is a failure." };
        var proof = new Option<string?>("--proof") { Description = $"Of a run for what is seldom in the usual one: {string.Join(", ", Seldom.Named.Keys)}." };
        var verb = new Command("seeds", "Runs many seeds.") { first, count, time, proof };
        verb.SetAction(parse => Seeds.From(parse.GetValue(first), parse.GetValue(count), TimeSpan.FromSeconds(parse.GetValue(time)), parse.GetValue(proof) is { } named ? Seldom.Named[named] : null).Tell(Console.Out, proof: parse.GetValue(proof)));
        return verb;
    }

    private static Command FindKills()
    {
        var within = new Option<int>("--within") { Description = "How many seeds each mutant gets.", DefaultValueFactory = _ => 20_000 };
        var name = new Option<string?>("--mutant") { Description = "Only the mutants whose names contain this." };
        var verb = new Command("mutants", "Looks for the first seed at which each deliberate fault is noticed.") { within, name };
        verb.SetAction(parse => Hunt.Find([.. AllMutants.List.Where(m => parse.GetValue(name) is not { } part || m.Name.Contains(part, StringComparison.Ordinal))], parse.GetValue(within), Console.Out));
        return verb;
    }

    private static Command SingleFaults()
    {
        var seeds = new Option<int>("--seeds") { Description = "How many seeds each cell gets.", DefaultValueFactory = _ => 10 };
        var verb = new Command("matrix", "Each fault at each point of the fault matrix.") { seeds };
        verb.SetAction(parse => Matrix.Single(parse.GetValue(seeds), Console.Out));
        return verb;
    }

    private static Command FaultPairs()
    {
        var every = new Option<int>("--every") { Description = "Only every so many-th pair.", DefaultValueFactory = _ => 1 };
        var verb = new Command("pairs", "Every ordered pair of faults of which nobody can tell whether they took effect.") { every };
        verb.SetAction(parse => Matrix.Pairs(parse.GetValue(every), Console.Out));
        return verb;
    }

    private static Command Traces()
    {
        var (first, count) = (new Argument<int>("first"), new Argument<int>("count"));
        var verb = new Command("traces", "Prints each seed's trace as a number.") { first, count, OtherCulture };
        verb.SetAction(parse =>
        {
            if (parse.GetValue(OtherCulture)) Determinism.TakeOn();
            Determinism.Traces(parse.GetValue(first), parse.GetValue(count), Console.Out);
        });
        return verb;
    }

    private static Command SameTraces()
    {
        var count = new Option<int>("--seeds") { DefaultValueFactory = _ => 1000 };
        var verb = new Command("determinism", "Runs seeds in two processes, time zones and cultures, and compares their traces.") { count };
        verb.SetAction((parse, _) => Determinism.CompareAsync(1, parse.GetValue(count), Console.Out));
        return verb;
    }

    private static Command ManyCreates()
    {
        var each = new Option<int>("--each") { Description = "How many in each direction.", DefaultValueFactory = _ => 100_000 };
        var verb = new Command("creates", "Makes many deals on both sides while answers get lost, and counts their counterparts.") { each, Lost };
        verb.SetAction(parse => Creates.Prove(parse.GetValue(each), parse.GetValue(Lost), Console.Out));
        return verb;
    }

    private static Command ManyEdits()
    {
        var count = new Option<int>("--count") { Description = "How many edits at least.", DefaultValueFactory = _ => 1_000_000 };
        var verb = new Command("edits", "Has people edit the same rows on both sides, and counts conflicts and what was lost.") { count };
        verb.SetAction(parse => Edits.Prove(parse.GetValue(count), Console.Out));
        return verb;
    }

    private static Command LongQuiet()
    {
        var worlds = new Option<int>("--worlds") { Description = "In how many worlds.", DefaultValueFactory = _ => 20 };
        var agreeing = new Option<int>("--agreeing") { Description = "In how many worlds at least both sides must agree two cycles after the edits.", DefaultValueFactory = _ => 300 };
        var time = new Option<int>("--seconds") { Description = "As many more of those as fit into this time.", DefaultValueFactory = _ => 120 };
        var verb = new Command("quiet", "Stops the edits, looks whether both sides agree, and counts what is called from then on.") { Cycles, worlds, agreeing, time };
        verb.SetAction(parse => Quiescence.Prove(parse.GetValue(Cycles), parse.GetValue(worlds), parse.GetValue(agreeing), TimeSpan.FromSeconds(parse.GetValue(time)), Console.Out));
        return verb;
    }

    private static Command ManyAdoptions()
    {
        var deals = new Option<int>("--deals") { Description = "How many are adopted at least.", DefaultValueFactory = _ => 10_000 };
        var verb = new Command("adoptions", "Takes over deals of another tool while calls fail, and looks at what AWS gets.") { deals };
        verb.SetAction(parse => Adoptions.Prove(parse.GetValue(deals), Console.Out));
        return verb;
    }

    private static Command RealKills()
    {
        var published = new Argument<string>("published") { Description = "The folder of the published worker." };
        var kills = new Option<int>("--kills") { DefaultValueFactory = _ => 20 };
        var within = new Option<int>("--within") { Description = "How soon it must be at work again, in seconds.", DefaultValueFactory = _ => 2 };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var verb = new Command("kills", "Kills the published worker at random instants, while people work and calls fail.") { published, kills, within, seed };
        verb.SetAction((parse, _) => KillTrial.RunAsync(Path.GetFullPath(parse.GetValue(published)!), parse.GetValue(kills), TimeSpan.FromSeconds(parse.GetValue(within)), parse.GetValue(seed), Console.Out));
        return verb;
    }
}
