using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace SyncWorker.Hosting;

/// <summary>Where the logs go: readable text at a developer's desk, compact JSON in the container.</summary>
internal static class Logging
{
    private const string Readable = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void Configure(LoggerConfiguration log, IConfiguration configuration, IHostEnvironment environment, bool toStandardError)
    {
        try
        {
            log.ReadFrom.Configuration(configuration).Enrich.FromLogContext();
        }
        catch (InvalidOperationException wrong)
        {
            throw new ConfigurationProblemException([$"Serilog: {wrong.Message} Write levels such as Information or Warning in the section Serilog."]);
        }

        LogEventLevel? errorFrom = toStandardError ? LogEventLevel.Verbose : null;
        if (configuration["DOTNET_RUNNING_IN_CONTAINER"] == "true" && !environment.IsDevelopment()) log.WriteTo.Console(new CompactJsonFormatter(), standardErrorFromLevel: errorFrom);
        else log.WriteTo.Console(outputTemplate: Readable, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: errorFrom);
    }
}
