using System.CommandLine;
using SyncWorker.Commands;

// What is on its way to a side when the worker is stopped may finish: the default of two seconds would cut it off.
return await Verbs.Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
