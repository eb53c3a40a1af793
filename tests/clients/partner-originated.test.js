import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  AssociateOpportunityCommand, DisassociateOpportunityCommand, GetAwsOpportunitySummaryCommand, ListEngagementFromOpportunityTasksCommand,
  ListEngagementInvitationsCommand, ListSolutionsCommand, ValidationException,
} from '@aws-sdk/client-partnercentral-selling';
import { catalog, newPartner, role } from './catalogs.js';
import { deal, inDays } from './deal.js';
import { control } from './emulator.js';

let partner;

beforeEach(async () => { partner = await newPartner(); });

test('A new opportunity is a draft with everything that was sent', async () => {
  const opportunity = deal();
  const id = await partner.create(opportunity);

  const { $metadata, ...read } = await partner.get(id);

  assert.equal($metadata.httpStatusCode, 200);
  assert.match(id, /^O[0-9]{1,19}$/);
  assert.equal(read.Catalog, catalog);
  assert.match(read.Arn, new RegExp(`^arn:aws:partnercentral:us-east-1:[0-9]{12}:catalog/${catalog}/opportunity/${id}$`));
  assert.equal(read.CreatedDate.getUTCMilliseconds(), 0);
  assert.equal(Math.floor(read.LastModifiedDate / 1000), read.CreatedDate / 1000);
  const { Origin, LifeCycle, ...sent } = opportunity;
  assert.deepEqual(Object.fromEntries(Object.keys(sent).map((name) => [name, read[name]])), sent);
  const { NextStepsHistory, ...lifeCycle } = read.LifeCycle;
  assert.deepEqual(lifeCycle, { ...LifeCycle, ReviewStatus: 'Pending Submission' });
  assert.deepEqual(NextStepsHistory.map((entry) => entry.Value), ['Workshop with the claims department']);
  assert.equal('Origin' in read, false);
});

test('A solution found by its status is associated, and a product comes and goes', async () => {
  const id = await partner.create();
  const { SolutionSummaries } = await partner.send(ListSolutionsCommand, { Status: ['Active'] });
  const solution = SolutionSummaries.find((summary) => summary.Id === role.solution);
  assert.match(solution.Arn, new RegExp(`^arn:aws:partnercentral:us-east-1:[0-9]{12}:catalog/${catalog}/solution/${role.solution}$`));
  assert.ok(solution.CreatedDate instanceof Date);

  await partner.send(AssociateOpportunityCommand, entity(id, 'Solutions', solution.Id));
  await partner.send(AssociateOpportunityCommand, entity(id, 'AwsProducts', 'AmazonBedrock'));
  await partner.send(AssociateOpportunityCommand, entity(id, 'AwsProducts', 'AWSLambda'));
  await partner.send(DisassociateOpportunityCommand, entity(id, 'AwsProducts', 'AmazonBedrock'));

  const { RelatedEntityIdentifiers } = await partner.get(id);
  assert.deepEqual(RelatedEntityIdentifiers.Solutions, [role.solution]);
  assert.deepEqual(RelatedEntityIdentifiers.AwsProducts, ['AWSLambda']);
});

test('A deal goes through Action Required to its launch', async () => {
  const id = await draft();

  const task = await partner.submit(id);
  assert.deepEqual([task.TaskStatus, task.OpportunityId, task.ReasonCode], ['COMPLETE', id, undefined]);
  assert.match(task.TaskId, /^task-[0-9a-z]{13}$/);
  assert.match(task.TaskArn, new RegExp(`^arn:aws:partnercentral:us-east-1::catalog/${catalog}/engagement-from-opportunity-task/${task.TaskId}$`));
  const { TaskSummaries } = await partner.send(ListEngagementFromOpportunityTasksCommand, { TaskIdentifier: [task.TaskId], OpportunityIdentifier: [id] });
  assert.deepEqual(TaskSummaries.map((t) => [t.TaskStatus, t.EngagementId, t.EngagementInvitationId]), [['COMPLETE', task.EngagementId, task.EngagementInvitationId]]);
  assert.equal(await status(id), 'Submitted');
  await assert.rejects(partner.update(id, ({ LifeCycle }) => { LifeCycle.NextSteps = 'Call the sponsor'; }), ValidationException);

  await role.review(partner, id, 'Action Required', 'Which estimate is this?', 'Clarify Revenue');
  const asked = (await partner.get(id)).LifeCycle;
  assert.deepEqual([asked.ReviewStatus, asked.ReviewComments, asked.ReviewStatusReason], ['Action Required', 'Which estimate is this?', 'Clarify Revenue']);
  await partner.update(id, ({ Project }) => { Project.ExpectedCustomerSpend[0].Amount = '9000'; });
  assert.equal(await status(id), 'Submitted');

  await role.review(partner, id, 'Approved');
  const { LastModifiedDate } = await partner.update(id, ({ LifeCycle, Customer }) => {
    LifeCycle.Stage = 'Technical Validation';
    LifeCycle.NextSteps = 'Proof of concept';
    Customer.Account.AwsAccountId = '909090909090';
  });
  const read = await partner.get(id);
  assert.deepEqual(read.LastModifiedDate, LastModifiedDate);
  assert.deepEqual([read.LifeCycle.ReviewStatus, read.LifeCycle.Stage, read.Project.ExpectedCustomerSpend[0].Amount], ['Approved', 'Technical Validation', '9000']);
  assert.deepEqual(read.LifeCycle.NextStepsHistory.map((entry) => entry.Value).sort(), ['Proof of concept', 'Workshop with the claims department']);

  await partner.update(id, ({ LifeCycle }) => { LifeCycle.Stage = 'Committed'; });
  await partner.update(id, ({ LifeCycle }) => Object.assign(LifeCycle, { Stage: 'Launched', TargetCloseDate: inDays(1) }));
  assert.equal((await partner.get(id)).LifeCycle.Stage, 'Launched');
  await assert.rejects(partner.update(id, ({ Project }) => { Project.Title = 'Another title'; }), ValidationException);
});

test('A lost deal says why in the same update', async () => {
  const id = await approved();

  await assert.rejects(
    partner.update(id, ({ LifeCycle }) => { LifeCycle.Stage = 'Closed Lost'; }),
    (error) => error instanceof ValidationException && error.ErrorList.some((entry) => entry.FieldName === 'lifeCycle.closedLostReason' && entry.Code === 'REQUIRED_FIELD_MISSING'));
  await partner.update(id, ({ LifeCycle }) => Object.assign(LifeCycle, { Stage: 'Closed Lost', ClosedLostReason: 'Lost to Competitor - Google' }));

  const { LifeCycle } = await partner.get(id);
  assert.deepEqual([LifeCycle.Stage, LifeCycle.ClosedLostReason, LifeCycle.ReviewStatus], ['Closed Lost', 'Lost to Competitor - Google', 'Approved']);
});

test('A rejected deal can be read and never changed again', async () => {
  const id = await draft();
  await partner.submit(id);

  await role.review(partner, id, 'Rejected', 'This customer is served already.', 'Other');

  const { LifeCycle } = await partner.get(id);
  assert.deepEqual([LifeCycle.ReviewStatus, LifeCycle.ReviewComments], ['Rejected', 'This customer is served already.']);
  await assert.rejects(
    partner.update(id, ({ LifeCycle }) => { LifeCycle.NextSteps = 'Ask again'; }),
    (error) => error instanceof ValidationException && error.Reason === 'BUSINESS_VALIDATION_FAILED');
  assert.equal((await partner.submit(id)).TaskStatus, 'FAILED');
  assert.equal((await invitationToAws(id)).Status, 'REJECTED');
});

test('A submission that AWS refuses is a task that failed and says why', async () => {
  const id = await draft((o) => { o.Customer.Account.Address.PostalCode = '1234'; });

  const task = await partner.submit(id);

  assert.equal(task.$metadata.httpStatusCode, 200);
  assert.deepEqual([task.TaskStatus, task.ReasonCode], ['FAILED', 'OpportunityValidationFailed']);
  assert.equal(task.Message, 'The postal code is invalid for country United States, United States postal code must be in 99999 OR 99999-9999 format.');
  assert.equal(await status(id), 'Pending Submission');
  const { TaskSummaries } = await partner.send(ListEngagementFromOpportunityTasksCommand, { TaskStatus: ['FAILED'] });
  assert.deepEqual(TaskSummaries.map((t) => t.OpportunityId), [id]);
});

test('A deal without help from AWS reads back that it needs none', async () => {
  const id = await draft((o) => { delete o.PrimaryNeedsFromAws; });

  await partner.submit(id, { InvolvementType: 'For Visibility Only' });
  await role.review(partner, id, 'Approved');

  assert.deepEqual((await partner.get(id)).PrimaryNeedsFromAws, ['Do Not Need Support from AWS Sales Rep']);
  assert.equal((await summary(id)).InvolvementType, 'For Visibility Only');
});

test('The summary fills as AWS takes part', async () => {
  const id = await draft();
  await partner.submit(id);
  const submitted = await summary(id);
  assert.deepEqual([submitted.RelatedOpportunityId, submitted.Origin, submitted.InvolvementType, submitted.Visibility], [id, 'Partner Referral', 'Co-Sell', 'Full']);
  assert.deepEqual(submitted.OpportunityTeam, []);

  await role.review(partner, id, 'Approved');
  assert.deepEqual((await summary(id)).OpportunityTeam.map((member) => member.BusinessTitle), role.team);
  assert.equal((await invitationToAws(id)).Status, 'ACCEPTED');

  const closing = inDays(130);
  await atAws(id, { 'LifeCycle.Stage': 'Qualified', 'LifeCycle.NextSteps': 'Meet the CIO', 'LifeCycle.TargetCloseDate': closing });
  const open = (await summary(id)).LifeCycle;
  assert.deepEqual([open.Stage, open.TargetCloseDate, open.NextSteps], [undefined, undefined, 'Meet the CIO']);
  assert.equal((await partner.get(id)).LifeCycle.NextSteps, 'Workshop with the claims department');

  await atAws(id, { 'LifeCycle.Stage': 'Launched', 'Insights.EngagementScore': 'High' });
  const closed = await summary(id);
  assert.deepEqual([closed.LifeCycle.Stage, closed.LifeCycle.TargetCloseDate, closed.Insights.EngagementScore], ['Launched', closing, 'High']);
});

const entity = (id, type, related) => ({ OpportunityIdentifier: id, RelatedEntityType: type, RelatedEntityIdentifier: related });

const status = async (id) => (await partner.get(id)).LifeCycle.ReviewStatus;

const summary = (id) => partner.send(GetAwsOpportunitySummaryCommand, { RelatedOpportunityIdentifier: id });

const atAws = (id, set) => control('PATCH', `partner-central/opportunities/${id}/aws`, { set });

async function draft(change) {
  const id = await partner.create(deal(change));
  await partner.send(AssociateOpportunityCommand, entity(id, 'Solutions', role.solution));
  return id;
}

async function approved() {
  const id = await draft();
  await partner.submit(id);
  await role.review(partner, id, 'Approved');
  return id;
}

async function invitationToAws(id) {
  const { TaskSummaries } = await partner.send(ListEngagementFromOpportunityTasksCommand, { OpportunityIdentifier: [id], TaskStatus: ['COMPLETE'] });
  const { EngagementInvitationSummaries } = await partner.send(ListEngagementInvitationsCommand, { ParticipantType: 'SENDER' });
  return EngagementInvitationSummaries.find((invitation) => invitation.Id === TaskSummaries[0].EngagementInvitationId);
}
