using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce;

namespace SyncWorker.Emulators.Control;

/// <summary>People at work in the Salesforce org.</summary>
internal sealed class SalesforcePeople(SalesforceEmulator salesforce)
{
    public ControlAnswer? Answer(ControlRequest request)
    {
        try
        {
            return Route(request);
        }
        catch (Exception e) when (request.Path is [_, "records", var name, ..] && (e is KeyNotFoundException || (e is PersonRefusedException && request.Method == "GET")))
        {
            // Looking is never refused: an object that the org does not have is all that can be wrong.
            throw ControlException.NotFound($"object {name} or record of it");
        }
    }

    private ControlAnswer? Route(ControlRequest request) => (request.Method, request.Path) switch
    {
        ("GET", [_, "records", var name]) => ControlAnswer.Ok(salesforce.Records(name)),
        ("GET", [_, "records", var name, var id]) => ControlAnswer.Ok(Known(name, id)),
        ("POST", [_, "records", var name]) => ControlAnswer.Created(new JsonObject { ["id"] = salesforce.Create(name, request.Object("fields"), request.Text("as")) }),
        ("PATCH", [_, "records", var name, var id]) => Edit(name, id, request),
        ("DELETE", [_, "records", var name, var id]) => Delete(name, id, request),
        ("POST", [_, "records", var name, var id, "undelete"]) => Undelete(name, id, request),
        ("POST", [_, "certificate"]) => Register(request),
        _ => null,
    };

    private ControlAnswer Edit(string name, string id, ControlRequest request)
    {
        Known(name, id);
        salesforce.Edit(name, id, request.Object("fields"), request.Text("as"));
        return ControlAnswer.Done;
    }

    private ControlAnswer Delete(string name, string id, ControlRequest request)
    {
        Known(name, id);
        salesforce.Delete(name, id, request.Text("as"));
        return ControlAnswer.Done;
    }

    private ControlAnswer Undelete(string name, string id, ControlRequest request)
    {
        salesforce.Undelete(name, id, request.Text("as"));
        return ControlAnswer.Done;
    }

    private ControlAnswer Register(ControlRequest request)
    {
        salesforce.RegisterCertificate(request.Text("pem"));
        return ControlAnswer.Done;
    }

    private JsonObject Known(string name, string id) => salesforce.Record(name, id) ?? throw ControlException.NotFound($"{name} {id}");
}
