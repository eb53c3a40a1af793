using System.Net;
using System.Text;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class CreatedRecordTests
{
    [Fact]
    public async Task An_opportunity_made_in_Partner_Central_gets_its_record_though_a_checkbox_is_off()
    {
        await using var world = new World();
        world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims platform"));
        await world.SyncAsync();
        Assert.False(world.RecordOf("Claims platform")["Is_Action_Required__c"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_refused_insert_is_tried_once_a_pass_and_succeeds_when_the_org_takes_it()
    {
        await using var world = new World();
        var refused = 0;
        world.Emulated.Salesforce.Intercept = request =>
        {
            if (request.Method != HttpMethod.Post || !request.RequestUri!.AbsolutePath.EndsWith("/sobjects/AWS_Co_Sell_Opportunity__c", StringComparison.Ordinal)) return null;
            refused++;
            return new HttpResponseMessage(HttpStatusCode.BadRequest)
            {
                Content = new StringContent("""[{"message":"Name a region.","errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","fields":[]}]""", Encoding.UTF8, "application/json"),
            };
        };
        world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims platform"));
        await world.CycleAsync();
        Assert.Equal(1, refused);

        world.Emulated.Salesforce.Intercept = null;
        await world.SyncAsync();
        Assert.Equal("Humongous Insurance", world.RecordOf("Claims platform")["Customer_Company_Name__c"]!.GetValue<string>());
    }
}
