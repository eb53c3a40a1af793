using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Control;

/// <summary>The controls of an emulated world as JSON over HTTP: its clock, journal, faults, and the people in both systems.</summary>
public sealed class ControlApi : HttpMessageHandler
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly WorldControls _world;
    private readonly SalesforcePeople _salesforce;
    private readonly PartnerCentralPeople _partnerCentral;

    internal ControlApi(EmulatedWorld world)
    {
        _world = new WorldControls(world);
        _salesforce = new SalesforcePeople(world.Salesforce);
        _partnerCentral = new PartnerCentralPeople(world.PartnerCentral, world.PartnerCentralSwitches);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var path = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToList();
        var answer = Answer(new ControlRequest(request.Method.Method, path, body));
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request };
        if (answer.Body is not null) response.Content = new StringContent(answer.Body.ToJsonString(Json), Encoding.UTF8, "application/json");
        return response;
    }

    private ControlAnswer Answer(ControlRequest request)
    {
        try
        {
            var answer = request.Path is [var first, ..]
                ? first switch
                {
                    "salesforce" => _salesforce.Answer(request),
                    "partner-central" => _partnerCentral.Answer(request),
                    _ => _world.Answer(request),
                }
                : null;
            return answer ?? Problem(404, "NOT_FOUND", $"There is no {request.Method} /{string.Join('/', request.Path)}.");
        }
        catch (PersonRefusedException refusal)
        {
            return Problem(409, refusal.Code, refusal.Message);
        }
        catch (ControlException problem)
        {
            return Problem(problem.Status, problem.Code, problem.Message);
        }
    }

    private static ControlAnswer Problem(int status, string code, string message) => new(status, new JsonObject { ["code"] = code, ["message"] = message });
}
