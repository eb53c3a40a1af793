using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SyncWorker.Health;
using SyncWorker.PartnerCentral;
using SyncWorker.Salesforce;
using SyncWorker.Scheduling;
using SyncWorker.State;

namespace SyncWorker.Hosting;

/// <summary>Checks all settings before anything starts, and tells all that is wrong at once, each with the setting's full name.</summary>
internal static partial class SettingsCheck
{
    /// <exception cref="ConfigurationProblemException">Something is wrong.</exception>
    public static void Check(IServiceProvider services)
    {
        string[] problems =
        [
            .. Problems<SalesforceOptions>(services, "Salesforce"), .. Problems<PartnerCentralOptions>(services, "PartnerCentral"), .. Problems<SyncOptions>(services, "Sync"),
            .. Problems<ScheduleOptions>(services, "Schedules"), .. Problems<StateOptions>(services, "State"), .. Problems<OperationsOptions>(services, "Operations"),
        ];
        if (problems.Length > 0) throw new ConfigurationProblemException(problems);
    }

    private static IEnumerable<string> Problems<T>(IServiceProvider services, string section) where T : class
    {
        try
        {
            _ = services.GetRequiredService<IOptions<T>>().Value;
            return [];
        }
        catch (OptionsValidationException wrong)
        {
            // The generated validator puts the property's name before a message that has the setting's full name.
            return wrong.Failures.Select(f => f.StartsWith(section + ":", StringComparison.Ordinal) ? f : f[(f.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        }
        catch (InvalidOperationException unknown) when (UnknownKeys().Match(unknown.Message) is { Success: true } match)
        {
            var known = string.Join(", ", typeof(T).GetProperties().Select(p => p.Name));
            return [$"{section}: there is no setting {match.Groups[1].Value}. Use one of {known}."];
        }
        catch (InvalidOperationException unreadable)
        {
            return [$"{section}: {unreadable.Message} Write a value of that kind."];
        }
    }

    [GeneratedRegex("not found on the instance of [^:]+: (.+)$")]
    private static partial Regex UnknownKeys();
}
