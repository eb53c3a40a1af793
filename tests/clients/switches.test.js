import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  AccessDeniedException, AssociateOpportunityCommand, ConflictException, CreateOpportunityCommand, InternalServerException, ListEngagementFromOpportunityTasksCommand, ListOpportunitiesCommand,
  PartnerCentralSellingServiceException, ResourceNotFoundException, ServiceQuotaExceededException, StartEngagementByAcceptingInvitationTaskCommand,
  StartEngagementFromOpportunityTaskCommand, ThrottlingException, UpdateOpportunityCommand, ValidationException,
} from '@aws-sdk/client-partnercentral-selling';
import { catalog, newPartner, role, waiting } from './catalogs.js';
import { Partner, deal } from './deal.js';
import { control, emulated, partnerCentral } from './emulator.js';

let partner;

beforeEach(async () => { partner = await newPartner({ maxAttempts: 1 }); });

test('By the statuses of the documentation every client error is a 400, and its name still tells them apart', async () => {
  const id = await partner.create();
  const stale = { ...deal(), Identifier: id, LastModifiedDate: new Date(0) };
  const failures = async () => [
    await refused(ResourceNotFoundException, partner.get('O999')),
    await refused(ConflictException, partner.send(UpdateOpportunityCommand, stale)),
    await fails('throttled', ThrottlingException),
    await fails('accessDenied', AccessDeniedException),
    await fails('quotaExceeded', ServiceQuotaExceededException),
    await fails('internalError', InternalServerException),
  ].map((error) => error.$metadata.httpStatusCode);

  assert.deepEqual(await failures(), [404, 409, 429, 403, 402, 500]);
  await set({ statusCodes: 'Documented' });
  assert.deepEqual(await failures(), [400, 400, 400, 400, 400, 500]);
});

test('Encoded text arrives as AWS spoils it, and sent back it is no allowed value', async () => {
  const id = await partner.create(deal((o) => {
    o.Project.CustomerUseCase = 'Business Applications: Mainframe Modernization';
    o.Project.Title = 'Claims & more';
  }));
  await set({ entityEncoding: true });

  const { Project, LastModifiedDate, Arn } = await partner.get(id);

  assert.deepEqual([Project.CustomerUseCase, Project.Title], ['Business Applications&amp;colon; Mainframe Modernization', 'Claims &amp; more']);
  assert.ok(LastModifiedDate instanceof Date && Arn.startsWith('arn:aws:partnercentral:'));
  const error = await refused(ValidationException, partner.update(id));
  assert.deepEqual(error.ErrorList.map((entry) => [entry.FieldName, entry.Code]), [['project.customerUseCase', 'INVALID_ENUM_VALUE']]);
});

test('A task that takes its time is asked for by the same request', async () => {
  await set({ taskDuration: '00:00:04' });
  const id = await submittable();
  await role.refer(partner, 'A referral');
  const { Id } = await waiting(partner);
  const start = () => Promise.all([
    partner.send(StartEngagementFromOpportunityTaskCommand, { ClientToken: 'submit', Identifier: id, AwsSubmission: { InvolvementType: 'Co-Sell' } }),
    partner.send(StartEngagementByAcceptingInvitationTaskCommand, { ClientToken: 'accept', Identifier: Id }),
  ]);

  const started = await start();
  assert.deepEqual(started.map((task) => task.TaskStatus), ['IN_PROGRESS', 'IN_PROGRESS']);
  assert.equal((await partner.get(id)).LifeCycle.ReviewStatus, 'Pending Submission');
  const { TaskSummaries } = await partner.send(ListEngagementFromOpportunityTasksCommand, { TaskStatus: ['IN_PROGRESS'] });
  assert.deepEqual(TaskSummaries.map((task) => task.TaskId), [started[0].TaskId]);

  await control('POST', 'clock', { advance: '00:00:05' });
  const ended = await start();
  assert.deepEqual(ended.map((task) => [task.TaskId, task.TaskStatus]), started.map((task) => [task.TaskId, 'COMPLETE']));
  assert.match(ended[1].OpportunityId, /^O[0-9]{1,19}$/);
  assert.equal((await partner.get(id)).LifeCycle.ReviewStatus, 'Submitted');
});

test('A task can fail for reasons of its own and be started again', async () => {
  const id = await submittable();
  await control('POST', 'partner-central/task-failures', { reasonCode: 'ResourceSnapshotJobAccessDenied', message: 'The role cannot be assumed.' });

  const failed = await partner.submit(id);

  assert.deepEqual([failed.TaskStatus, failed.ReasonCode, failed.Message], ['FAILED', 'ResourceSnapshotJobAccessDenied', 'The role cannot be assumed.']);
  assert.equal((await partner.submit(id)).TaskStatus, 'COMPLETE');
});

test('Beyond the writes of a day only reads go through until the day is over', async () => {
  await set({ enforceQuotas: true, writesPerDay: 2, writesPerSecond: 1000, readsPerSecond: 1000 });
  await partner.create();
  await partner.create();

  const error = await refused(ThrottlingException, partner.send(CreateOpportunityCommand, deal()));
  assert.deepEqual([error.$metadata.httpStatusCode, error.message], [429, 'Rate exceeded']);
  assert.equal((await partner.send(ListOpportunitiesCommand)).OpportunitySummaries.length, 2);

  await control('POST', 'clock', { advance: '1.00:00:01' });
  await partner.create();
});

test('LastModifiedDate moves once more when AWS has settled', async () => {
  await set({ settlingTime: '00:00:04' });
  const id = await submittable();
  await partner.submit(id);
  const { LastModifiedDate } = await partner.get(id);

  await control('POST', 'clock', { advance: '00:00:05' });

  assert.ok((await partner.get(id)).LastModifiedDate > LastModifiedDate);
});

test('By the guide a described solution is not enough to submit', async () => {
  await set({ describedSolutionIsEnough: false });
  const id = await submittable();
  assert.deepEqual([(await partner.submit(id)).TaskStatus, (await partner.get(id)).LifeCycle.ReviewStatus], ['FAILED', 'Pending Submission']);

  await partner.send(AssociateOpportunityCommand, { OpportunityIdentifier: id, RelatedEntityType: 'Solutions', RelatedEntityIdentifier: role.solution });

  assert.equal((await partner.submit(id)).TaskStatus, 'COMPLETE');
});

test('Task lists may spell a missing reason as a word', async () => {
  await set({ listsSpellNullReasonCodes: true });
  const id = await submittable();
  assert.equal((await partner.submit(id)).ReasonCode, undefined);

  const { TaskSummaries } = await partner.send(ListEngagementFromOpportunityTasksCommand, { OpportunityIdentifier: [id] });

  assert.equal(TaskSummaries[0].ReasonCode, 'null');
});

test('Temporary keys need their session token, until it expires', async () => {
  await set({ sessionToken: 'the-token-of-a-role' });
  const { accessKeyId, secretAccessKey } = emulated.partnerCentral;
  const list = (sessionToken) => new Partner(partnerCentral({ maxAttempts: 1, credentials: { accessKeyId, secretAccessKey, sessionToken } }), catalog).send(ListOpportunitiesCommand);

  assert.deepEqual((await list('the-token-of-a-role')).OpportunitySummaries, []);
  assert.equal((await refused(PartnerCentralSellingServiceException, list('another-token'))).name, 'UnrecognizedClientException');
  await order('expiredToken');
  assert.equal((await refused(PartnerCentralSellingServiceException, list('the-token-of-a-role'))).name, 'ExpiredTokenException');
});

const set = (switches) => control('PATCH', 'partner-central/switches', switches);
const order = (kind) => control('POST', 'faults', { api: 'partnerCentral', kind, operation: 'ListOpportunities' });

async function fails(kind, type) {
  await order(kind);
  return refused(type, partner.send(ListOpportunitiesCommand));
}

async function refused(type, call) {
  const error = await call.then(() => assert.fail('The call was not refused.'), (thrown) => thrown);
  assert.ok(error instanceof type, `${error.name}: ${error.message}`);
  return error;
}

const submittable = () => partner.create(deal((o) => { o.Project.OtherSolutionDescription = 'Claims platform of our own'; }));
