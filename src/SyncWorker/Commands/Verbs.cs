using System.CommandLine;
using SyncWorker.Commands.Adopt;
using SyncWorker.Commands.Audit;
using SyncWorker.Commands.Explain;
using SyncWorker.Commands.Plan;
using SyncWorker.Commands.Restore;
using SyncWorker.Commands.Status;

namespace SyncWorker.Commands;

/// <summary>The command line: what the worker can be told to do.</summary>
internal static class Verbs
{
    public static RootCommand Root()
    {
        var config = new Option<string?>("--config") { Description = "The folder with appsettings.json, field-map.yaml and picklists.yaml. Found beside the binary or above the working directory.", Recursive = true };
        var root = new RootCommand("Keeps co-sell opportunities the same in Salesforce and in AWS Partner Central.") { config };
        root.Add(Verb("run", "Runs the service (what happens without a verb).", parse => RunCommand.RunAsync(parse.GetValue(config), parse.Token)));
        root.Add(Demo(config));
        root.Add(Emulate(config));
        root.Add(Verb("check", "Checks the configuration, and the org against it where the org can be reached.", parse => CheckCommand.RunAsync(parse.GetValue(config), parse.Token)));
        root.Add(Verb("status", "Says how many co-sell opportunities there are, what waits, what fails and what was refused, in the remotes' own words.", parse => StatusCommand.RunAsync(parse.GetValue(config), parse.Token)));
        root.Add(AdoptVerb(config));
        root.Add(GoLiveVerb(config));
        root.Add(Explain(config));
        root.Add(Plan(config));
        root.Add(Restore(config));
        root.Add(Audit(config));
        root.Add(Verb("release", "Releases the brake that keeps the connection from writing, once a person has looked. What it holds for, status says.", parse => ReleaseCommand.RunAsync(parse.GetValue(config), parse.Token)));
        root.Add(Retry(config));
        root.Add(Verb("package", "Writes the Salesforce org package under the configuration folder from the field map.", parse => PackageCommand.RunAsync(parse.GetValue(config))));
        root.SetAction((parse, cancellation) => Guard.RunAsync(() => RunCommand.RunAsync(parse.GetValue(config), cancellation)));
        return root;
    }

    private static Command Demo(Option<string?> config)
    {
        var keep = new Option<bool>("--keep") { Description = "Leaves everything running after the demo, until stopped." };
        var demo = new Command("demo", "Shows a short day of co-selling between two emulators. Needs no credentials.") { keep };
        demo.SetAction((parse, cancellation) => Guard.RunAsync(() => Commands.Demo.DemoCommand.RunAsync(parse.GetValue(config), parse.GetValue(keep), cancellation)));
        return demo;
    }

    private static Command Retry(Option<string?> config)
    {
        var id = new Argument<string?>("id") { Description = "One co-sell opportunity, as for explain; without it all that fail, are parked or are held because of another tool.", Arity = ArgumentArity.ZeroOrOne };
        var retry = new Command("retry", "Asks for another try of one co-sell opportunity, or of all that are in trouble.") { id };
        retry.SetAction((parse, cancellation) => Guard.RunAsync(() => RetryCommand.RunAsync(parse.GetValue(config), parse.GetValue(id), cancellation)));
        return retry;
    }

    private static Command Emulate(Option<string?> config)
    {
        var salesforce = Port("--salesforce-port", "The Salesforce emulator's port; a free one by default.");
        var partnerCentral = Port("--partner-central-port", "The Partner Central emulator's port; a free one by default.");
        var control = Port("--control-port", "The control API's port; a free one by default.");
        var emulate = new Command("emulate", "Serves both emulators until stopped. The first line on standard output says where, as JSON.") { salesforce, partnerCentral, control };
        emulate.SetAction((parse, cancellation) => Guard.RunAsync(() =>
            EmulateCommand.RunAsync(parse.GetValue(config), parse.GetValue(salesforce), parse.GetValue(partnerCentral), parse.GetValue(control), cancellation)));
        return emulate;
    }

    private static Command Explain(Option<string?> config)
    {
        var id = new Argument<string>("id") { Description = "A Clazar Id, an O-number, or the Salesforce id of a co-sell record or an Opportunity." };
        var all = new Option<bool>("--all") { Description = "Lists every value that lost, instead of the last ones." };
        var explain = new Command("explain", "Says of each row of a co-sell opportunity what both sides hold and why. Reads both sides, and writes nothing.") { id, all };
        explain.SetAction((parse, cancellation) => Guard.RunAsync(() => ExplainCommand.RunAsync(parse.GetValue(config), parse.GetValue(id)!, parse.GetValue(all), cancellation)));
        return explain;
    }

    private static Command Plan(Option<string?> config)
    {
        var id = new Argument<string?>("id") { Description = "One co-sell opportunity, as for explain; everything due without.", Arity = ArgumentArity.ZeroOrOne };
        var plan = new Command("plan", "Prints what would be written to both sides, and writes nothing.") { id };
        plan.SetAction((parse, cancellation) => Guard.RunAsync(() => PlanCommand.RunAsync(parse.GetValue(config), parse.GetValue(id), cancellation)));
        return plan;
    }

    private static Command Restore(Option<string?> config)
    {
        var entry = new Argument<string>("entry") { Description = "The number of a losing value in the journal, or the ref that stands in Sync Note." };
        var restore = new Command("restore", "Puts a value that lost back into Salesforce, as a person would; it flows as any edit does.") { entry };
        restore.SetAction((parse, cancellation) => Guard.RunAsync(() => RestoreCommand.RunAsync(parse.GetValue(config), parse.GetValue(entry)!, cancellation)));
        return restore;
    }

    private static Command Audit(Option<string?> config)
    {
        var full = new Option<bool>("--full") { Description = "Reads every deal on both sides, instead of those alone of which the lists leave a doubt." };
        var repair = new Option<bool>("--repair") { Description = "Forgets what was accounted for wrongly and marks what is due: the ordinary settle decides." };
        var audit = new Command("audit", "Compares both sides for every link and says what differs without a recorded reason; exit code 3 where something does, else 1 where a deal could not be read.") { full, repair };
        audit.SetAction((parse, cancellation) => Guard.RunAsync(() => AuditCommand.RunAsync(parse.GetValue(config), parse.GetValue(full), parse.GetValue(repair), cancellation)));
        return audit;
    }

    private static Command AdoptVerb(Option<string?> config)
    {
        var file = new Option<string>("--file") { Description = "The file with the pairs and the decisions.", DefaultValueFactory = _ => AdoptCommand.File };
        var apply = new Option<bool>("--apply") { Description = "Carries out the decisions: makes the co-sell records, and writes nothing at AWS." };
        var adopt = new Command("adopt", "Day one: pairs the opportunities that exist at AWS with Salesforce, and writes a file for people to decide in.") { file, apply };
        adopt.SetAction((parse, cancellation) => Guard.RunAsync(() => AdoptCommand.RunAsync(parse.GetValue(config), parse.GetValue(file)!, parse.GetValue(apply), cancellation)));
        return adopt;
    }

    private static Command GoLiveVerb(Option<string?> config)
    {
        var only = new Option<string?>("--only") { Description = "Limits the connection to these deals, by AWS's numbers: O1234567,O2345678. A bare go-live lifts that; with --writes alone it stays." };
        var writes = new Option<int?>("--writes") { Description = $"How many writes AWS gets in the first 24 hours live; {State.ConnectionState.FirstDayWritesUsually} by default." };
        writes.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && int.TryParse(given.Tokens[0].Value, out var number) && number < 0) given.AddError("--writes must be 0 or more.");
        });
        var live = new Command("go-live", "Lets the connection write, once everything open at AWS has a decision.") { only, writes };
        live.SetAction((parse, cancellation) => Guard.RunAsync(() => GoLiveCommand.RunAsync(parse.GetValue(config), parse.GetValue(only), parse.GetValue(writes), cancellation)));
        return live;
    }

    private static Option<int> Port(string name, string description)
    {
        var port = new Option<int>(name) { Description = description };
        port.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && int.TryParse(given.Tokens[0].Value, out var number) && number is < 0 or > 65535) given.AddError($"{name} must be between 0 and 65535.");
        });
        return port;
    }

    private static Command Verb(string name, string description, Func<(ParseResult Result, CancellationToken Token), Task<int>> run)
    {
        var verb = new Command(name, description);
        verb.SetAction((parse, cancellation) => Guard.RunAsync(() => run((parse, cancellation))));
        return verb;
    }

    private static string? GetValue(this (ParseResult Result, CancellationToken Token) parse, Option<string?> option) => parse.Result.GetValue(option);
}
