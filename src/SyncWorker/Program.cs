using SyncWorker.Commands;

return await Verbs.Root().Parse(args).InvokeAsync();
