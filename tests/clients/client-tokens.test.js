import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ConflictException, CreateOpportunityCommand, ListEngagementFromOpportunityTasksCommand, ListOpportunitiesCommand } from '@aws-sdk/client-partnercentral-selling';
import { newPartner } from './catalogs.js';
import { deal } from './deal.js';
import { control } from './emulator.js';

let partner;

beforeEach(async () => { partner = await newPartner(); });

test('The same token with the same body is the same opportunity', async () => {
  const request = { ...deal(), ClientToken: 'create-0065g00000XyZAbAAN' };

  const first = await partner.send(CreateOpportunityCommand, request);
  const again = await partner.send(CreateOpportunityCommand, request);

  assert.equal(again.Id, first.Id);
  assert.equal(await count(), 1);
});

test('The same token with another body is a conflict', async () => {
  const ClientToken = 'create-0065g00000XyZAbAAN';
  await partner.send(CreateOpportunityCommand, { ...deal(), ClientToken });

  await assert.rejects(
    partner.send(CreateOpportunityCommand, { ...deal((o) => { o.Project.Title = 'Another title'; }), ClientToken }),
    (error) => error instanceof ConflictException && error.message === 'Conflicting client token submitted for a new request body.');

  assert.equal(await count(), 1);
});

test('Without a token the client makes one for each call', async () => {
  assert.notEqual(await partner.create(), await partner.create());
  assert.equal(await count(), 2);
});

test('An answer that is lost on its way creates nothing twice', async () => {
  await control('POST', 'faults', { api: 'partnerCentral', kind: 'lostAnswer', operation: 'CreateOpportunity' });

  const created = await partner.send(CreateOpportunityCommand, deal());

  assert.equal(created.$metadata.attempts, 2);
  const { OpportunitySummaries } = await partner.send(ListOpportunitiesCommand);
  assert.deepEqual(OpportunitySummaries.map((summary) => summary.Id), [created.Id]);
});

test('A submission asked again with its token tells of the same task', async () => {
  const id = await partner.create(deal((o) => { o.Project.OtherSolutionDescription = 'Claims platform of our own'; }));

  const first = await partner.submit(id, { InvolvementType: 'Co-Sell' }, `submit-${id}`);
  const again = await partner.submit(id, { InvolvementType: 'Co-Sell' }, `submit-${id}`);

  assert.deepEqual([again.TaskId, again.TaskStatus, again.EngagementId], [first.TaskId, 'COMPLETE', first.EngagementId]);
  const { TaskSummaries } = await partner.send(ListEngagementFromOpportunityTasksCommand, { OpportunityIdentifier: [id] });
  assert.equal(TaskSummaries.length, 1);
});

const count = async () => (await partner.send(ListOpportunitiesCommand)).OpportunitySummaries.length;
