import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  AcceptEngagementInvitationCommand, GetEngagementCommand, GetEngagementInvitationCommand, GetResourceSnapshotCommand, GetSellingSystemSettingsCommand,
  ListEngagementInvitationsCommand, ListEngagementResourceAssociationsCommand, ListEngagementsCommand, ListResourceSnapshotsCommand, ListTagsForResourceCommand,
  PutSellingSystemSettingsCommand, ResourceNotFoundException, TagResourceCommand, UntagResourceCommand, paginateListEngagementMembers,
} from '@aws-sdk/client-partnercentral-selling';
import { catalog, newPartner, role } from './catalogs.js';
import { Partner, deal } from './deal.js';
import { control } from './emulator.js';

let partner;

beforeEach(async () => { partner = await newPartner(); });

for (const entityEncoding of [false, true]) {
  test(`A submission opens an engagement that AWS joins by its approval${entityEncoding ? ', in encoded text too' : ''}`, async () => {
    const id = await partner.create(deal((o) => { o.Project.OtherSolutionDescription = 'Claims platform of our own'; }));
    const { EngagementId } = await partner.submit(id);
    await role.review(partner, id, 'Approved');
    await control('PATCH', 'partner-central/switches', { entityEncoding });

    const { EngagementResourceAssociationSummaries } = await partner.send(ListEngagementResourceAssociationsCommand, { ResourceIdentifier: id });
    assert.ok(EngagementResourceAssociationSummaries.length > 0);
    assert.deepEqual(new Set(EngagementResourceAssociationSummaries.map((a) => `${a.EngagementId} ${a.ResourceType} ${a.ResourceId}`)), new Set([`${EngagementId} Opportunity ${id}`]));

    const engagement = await partner.send(GetEngagementCommand, { Identifier: EngagementId });
    assert.equal(engagement.Arn, `arn:aws:partnercentral:us-east-1::catalog/${catalog}/engagement/${EngagementId}`);
    assert.deepEqual([engagement.Title, engagement.MemberCount], ['Claims platform', 2]);
    assert.ok(engagement.CreatedAt instanceof Date && engagement.ModifiedAt >= engagement.CreatedAt);
    assert.equal(engagement.Contexts[0].Payload.CustomerProject.Customer.CompanyName, 'Humongous Insurance');

    const members = [];
    for await (const page of paginateListEngagementMembers({ client: partner.client, pageSize: 1 }, { Catalog: catalog, Identifier: EngagementId })) members.push(...page.EngagementMemberList);
    assert.equal(members.length, 2);
    assert.ok(members.some((member) => member.AccountId === '123456789012'));

    const { ResourceSnapshotSummaries } = await partner.send(ListResourceSnapshotsCommand, { EngagementIdentifier: EngagementId });
    const { Arn, ResourceSnapshotTemplateName, ResourceId, ResourceType, Revision } = ResourceSnapshotSummaries[0];
    assert.match(Arn, /^arn:aws:partnercentral:/);
    const snapshot = await partner.send(GetResourceSnapshotCommand, {
      EngagementIdentifier: EngagementId, ResourceIdentifier: ResourceId, ResourceSnapshotTemplateIdentifier: ResourceSnapshotTemplateName, ResourceType, Revision,
    });
    assert.deepEqual([snapshot.ResourceId, snapshot.Revision, snapshot.CreatedAt instanceof Date], [id, Revision, true]);
    assert.equal(Object.keys(snapshot.Payload).length, 1);
  });
}

test('A lead is an invitation of its own kind, accepted by hand, and no opportunity', async () => {
  await control('POST', 'partner-central/leads', { Catalog: catalog, Customer: { CompanyName: 'Tailspin Toys' } });
  const received = async (PayloadType) =>
    (await partner.send(ListEngagementInvitationsCommand, { ParticipantType: 'RECEIVER', PayloadType })).EngagementInvitationSummaries;
  assert.deepEqual(await received(['OpportunityInvitation']), []);
  const [invitation] = await received(['LeadInvitation']);

  const { Payload } = await partner.send(GetEngagementInvitationCommand, { Identifier: invitation.Id });
  assert.equal(Payload.LeadInvitation.Customer.CompanyName, 'Tailspin Toys');
  await assert.rejects(partner.send(GetEngagementCommand, { Identifier: invitation.EngagementId }), ResourceNotFoundException);

  await partner.send(AcceptEngagementInvitationCommand, { Identifier: invitation.Id });
  const { Contexts } = await partner.send(GetEngagementCommand, { Identifier: invitation.EngagementId });
  assert.deepEqual([Contexts[0].Type, Contexts[0].Payload.Lead.Customer.CompanyName], ['Lead', 'Tailspin Toys']);
  assert.deepEqual((await partner.send(ListEngagementsCommand)).EngagementSummaryList.map((engagement) => engagement.Id), [invitation.EngagementId]);
});

test('Tags are put on an opportunity and taken off', async () => {
  const { Arn } = await partner.get(await partner.create(deal((o) => { o.Tags = [{ Key: 'team', Value: 'claims' }]; })));
  const tags = async () => (await partner.client.send(new ListTagsForResourceCommand({ ResourceArn: Arn }))).Tags;

  await partner.client.send(new TagResourceCommand({ ResourceArn: Arn, Tags: [{ Key: 'region', Value: 'east' }] }));
  assert.deepEqual((await tags()).map((tag) => `${tag.Key}=${tag.Value}`).sort(), ['region=east', 'team=claims']);
  await partner.client.send(new UntagResourceCommand({ ResourceArn: Arn, TagKeys: ['team'] }));

  assert.deepEqual(await tags(), [{ Key: 'region', Value: 'east' }]);
});

test('The role for snapshot jobs is kept, one for each catalog', async () => {
  const ResourceSnapshotJobRoleIdentifier = 'arn:aws:iam::123456789012:role/SnapshotJobs';

  await partner.send(PutSellingSystemSettingsCommand, { ResourceSnapshotJobRoleIdentifier });

  assert.equal((await partner.send(GetSellingSystemSettingsCommand)).ResourceSnapshotJobRoleArn, ResourceSnapshotJobRoleIdentifier);
  const elsewhere = new Partner(partner.client, catalog === 'AWS' ? 'Sandbox' : 'AWS');
  assert.equal((await elsewhere.send(GetSellingSystemSettingsCommand)).ResourceSnapshotJobRoleArn, undefined);
});
