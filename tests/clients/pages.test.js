import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  ListOpportunitiesCommand, ValidationException, paginateListEngagementByAcceptingInvitationTasks, paginateListEngagementFromOpportunityTasks,
  paginateListEngagementInvitations, paginateListOpportunities, paginateListSolutions, StartEngagementByAcceptingInvitationTaskCommand,
} from '@aws-sdk/client-partnercentral-selling';
import { catalog, newPartner, role } from './catalogs.js';
import { deal } from './deal.js';
import { control } from './emulator.js';

let partner;

beforeEach(async () => { partner = await newPartner(); });

test('Opportunities come page by page, oldest change first, none twice and none missed', async () => {
  const ids = [];
  for (let number = 0; number < 23; number++) {
    ids.push(await partner.create());
    await control('POST', 'clock', { advance: '00:00:01' });
  }

  const sort = { Sort: { SortBy: 'LastModifiedDate', SortOrder: 'ASCENDING' } };
  const pages = await all(paginateListOpportunities, 'OpportunitySummaries', sort, 10);
  assert.deepEqual(pages.map((page) => page.length), [10, 10, 3]);
  assert.deepEqual(pages.flat().map((summary) => summary.Id), ids);

  const { LastModifiedDate } = pages[1][9];
  const later = await all(paginateListOpportunities, 'OpportunitySummaries', { ...sort, LastModifiedDate: { AfterLastModifiedDate: LastModifiedDate } }, 2);
  assert.deepEqual(later.map((page) => page.map((summary) => summary.Id)), [[ids[19], ids[20]], [ids[21], ids[22]]]);
});

test('A page holds twenty unless it is told otherwise, newest change first', async () => {
  const ids = [];
  for (let number = 0; number < 21; number++) {
    ids.unshift(await partner.create());
    await control('POST', 'clock', { advance: '00:00:01' });
  }

  const first = await partner.send(ListOpportunitiesCommand);
  const second = await partner.send(ListOpportunitiesCommand, { NextToken: first.NextToken });

  assert.deepEqual(first.OpportunitySummaries.map((summary) => summary.Id), ids.slice(0, 20));
  assert.deepEqual([second.OpportunitySummaries.map((summary) => summary.Id), second.NextToken], [[ids[20]], undefined]);
});

test('Filters narrow the list', async () => {
  const claims = await partner.create();
  const bank = await partner.create(deal((o) => {
    o.Customer.Account.CompanyName = 'Woodgrove Bank';
    o.LifeCycle.Stage = 'Qualified';
  }));
  const found = async (filter) => (await partner.send(ListOpportunitiesCommand, filter)).OpportunitySummaries.map((summary) => summary.Id);

  assert.deepEqual(await found({ CustomerCompanyName: ['Woodgrove Bank'] }), [bank]);
  assert.deepEqual(await found({ LifeCycleStage: ['Prospect'] }), [claims]);
  assert.deepEqual(await found({ Identifier: [bank], LifeCycleReviewStatus: ['Pending Submission'] }), [bank]);
  assert.deepEqual(await found({ LifeCycleReviewStatus: ['Approved'] }), []);
});

test('Solutions, invitations and tasks come page by page as well', async () => {
  const solutions = await all(paginateListSolutions, 'SolutionSummaries', { Status: ['Active'], Sort: { SortBy: 'Name', SortOrder: 'ASCENDING' } }, 1);
  assert.ok(solutions.length > 1 && solutions.every((page) => page.length === 1));
  const names = solutions.flat().map((solution) => solution.Name);
  assert.deepEqual(names, [...names].sort());
  assert.ok(solutions.flat().some((solution) => solution.Id === role.solution && solution.Status === 'Active'));

  for (const title of ['First', 'Second', 'Third']) await role.refer(partner, title);
  const invitations = await all(paginateListEngagementInvitations, 'EngagementInvitationSummaries', { ParticipantType: 'RECEIVER', Sort: { SortBy: 'InvitationDate', SortOrder: 'ASCENDING' } }, 2);
  assert.deepEqual(invitations.map((page) => page.map((invitation) => invitation.EngagementTitle)), [['First', 'Second'], ['Third']]);

  for (const { Id } of invitations.flat()) await partner.send(StartEngagementByAcceptingInvitationTaskCommand, { Identifier: Id });
  const accepted = await all(paginateListEngagementByAcceptingInvitationTasks, 'TaskSummaries', { TaskStatus: ['COMPLETE'] }, 2);
  assert.deepEqual(accepted.map((page) => page.length), [2, 1]);
  assert.deepEqual(new Set(accepted.flat().map((task) => task.EngagementInvitationId)), new Set(invitations.flat().map((invitation) => invitation.Id)));

  for (let number = 0; number < 3; number++) await partner.submit(await partner.create(deal((o) => { o.Project.OtherSolutionDescription = 'Our own'; })));
  const submitted = await all(paginateListEngagementFromOpportunityTasks, 'TaskSummaries', {}, 2);
  assert.deepEqual(submitted.map((page) => page.length), [2, 1]);
});

test('A page token serves no other question', async () => {
  await partner.create();
  await partner.create();
  const { NextToken } = await partner.send(ListOpportunitiesCommand, { MaxResults: 1 });

  await assert.rejects(partner.send(ListOpportunitiesCommand, { MaxResults: 1, NextToken, LifeCycleStage: ['Prospect'] }), ValidationException);
  await assert.rejects(partner.send(ListOpportunitiesCommand, { MaxResults: 101 }), ValidationException);
});

async function all(paginate, list, input, pageSize) {
  const pages = [];
  for await (const page of paginate({ client: partner.client, pageSize }, { Catalog: catalog, ...input })) pages.push(page[list]);
  return pages;
}
