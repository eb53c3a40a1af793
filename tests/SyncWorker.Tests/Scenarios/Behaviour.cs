using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SyncWorker.Emulators;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Scenarios;

/// <summary>What AWS does that no person orders: it throttles, takes its time, fails a task, takes access away, encodes texts, loses what is not sent, settles late.</summary>
internal static partial class Behaviour
{
    public static void Order(EmulatedWorld world, string text)
    {
        var partnerCentral = world.PartnerCentral;
        partnerCentral.Intercept = null;
        world.PartnerCentralOptions.TaskDuration = TimeSpan.Zero;
        world.PartnerCentralOptions.EntityEncoding = false;
        world.PartnerCentralOptions.UnsentReviewStatusIsLost = false;
        world.PartnerCentralOptions.SettlingTime = TimeSpan.Zero;
        if (Throttling().Match(text) is { Success: true } throttling)
        {
            var left = int.Parse(throttling.Groups["times"].Value, CultureInfo.InvariantCulture);
            partnerCentral.Intercept = request => Asks(request, throttling.Groups["operation"].Value) && left-- > 0 ? Refusals.Aws(HttpStatusCode.TooManyRequests, "ThrottlingException") : null;
        }
        else if (Tasks().Match(text) is { Success: true } tasks)
        {
            world.PartnerCentralOptions.TaskDuration = TimeSpan.FromMinutes(int.Parse(tasks.Groups["minutes"].Value, CultureInfo.InvariantCulture));
        }
        else if (Failing().Match(text) is { Success: true } failing)
        {
            partnerCentral.Intercept = request => Asks(request, "StartEngagementFromOpportunityTask") ? Failed(failing.Groups["message"].Value) : null;
        }
        else if (text == "hides the opportunities")
        {
            partnerCentral.Intercept = request => Asks(request, "GetOpportunity") || Asks(request, "UpdateOpportunity") ? Refusals.Aws(HttpStatusCode.NotFound, "ResourceNotFoundException") : null;
        }
        else if (text == "encodes texts")
        {
            world.PartnerCentralOptions.EntityEncoding = true;
        }
        else if (text == "loses a review status that is not sent")
        {
            world.PartnerCentralOptions.UnsentReviewStatusIsLost = true;
        }
        else if (Settling().Match(text) is { Success: true } settling)
        {
            world.PartnerCentralOptions.SettlingTime = TimeSpan.FromSeconds(int.Parse(settling.Groups["seconds"].Value, CultureInfo.InvariantCulture));
        }
        else if (text != "as usual")
        {
            throw new ScenarioFailedException($"nobody knows how AWS behaves when it '{text}'");
        }
    }

    private static bool Asks(HttpRequestMessage request, string operation) => request.Headers.GetValues("X-Amz-Target").Single().EndsWith("." + operation, StringComparison.Ordinal);

    /// <summary>A task fails with status 200; what went wrong stands in the body.</summary>
    private static HttpResponseMessage Failed(string message) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(
            new JsonObject { ["TaskId"] = "task-0000000000000", ["TaskStatus"] = "FAILED", ["ReasonCode"] = "OpportunityValidationFailed", ["Message"] = message }.ToJsonString(),
            Encoding.UTF8, "application/x-amz-json-1.0"),
    };

    [GeneratedRegex("^throttles (?<times>[0-9]+) of (?<operation>[A-Za-z]+)$")]
    private static partial Regex Throttling();

    [GeneratedRegex("^takes (?<minutes>[0-9]+) minutes for a task$")]
    private static partial Regex Tasks();

    [GeneratedRegex("^moves its date (?<seconds>[0-9]+) seconds after a submission$")]
    private static partial Regex Settling();

    [GeneratedRegex("^fails submissions: (?<message>.+)$")]
    private static partial Regex Failing();
}
