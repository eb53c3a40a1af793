import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  AssociateOpportunityCommand, ConflictException, CreateOpportunityCommand, GetAwsOpportunitySummaryCommand, GetOpportunityCommand, ListOpportunitiesCommand,
  PartnerCentralSellingServiceException, ResourceNotFoundException, StartProspectingFromEngagementTaskCommand, ThrottlingException, UpdateOpportunityCommand,
  ValidationException,
} from '@aws-sdk/client-partnercentral-selling';
import { catalog, newPartner, role } from './catalogs.js';
import { Partner, deal } from './deal.js';
import { control, emulated, partnerCentral } from './emulator.js';

let partner;
const impatient = new Partner(partnerCentral({ maxAttempts: 1 }), catalog);

beforeEach(async () => { partner = await newPartner(); });

test('A request that breaks the model is refused with every constraint that it breaks', async () => {
  const error = await refused(ValidationException, partner.send(CreateOpportunityCommand, deal((o) => {
    o.Customer.Contacts[0].Email = 'Jane.Doe@HumongousInsurance.com';
    o.Project.CustomerBusinessProblem = 'Too short';
    o.LifeCycle.Stage = 'Nearly there';
  })));

  assert.equal(error.Reason, 'REQUEST_VALIDATION_FAILED');
  assert.deepEqual(
    error.ErrorList.map((entry) => [entry.FieldName, entry.Code]).sort(),
    [['customer.contacts.1.member.email', 'INVALID_STRING_FORMAT'], ['lifeCycle.stage', 'INVALID_ENUM_VALUE'], ['project.customerBusinessProblem', 'INVALID_STRING_FORMAT']]);
  assert.match(error.message, /^3 validation errors detected: /);
  assert.match(error.message, /Value at 'customer\.contacts\.1\.member\.email' failed to satisfy constraint: Member must satisfy regular expression pattern: /);
  assert.deepEqual([error.$metadata.httpStatusCode, error.$fault], [400, 'client']);
  assert.match(error.$metadata.requestId, /^[0-9a-f-]{36}$/);
});

test('A request that breaks business rules is refused with all of them at once', async () => {
  const error = await refused(ValidationException, partner.send(CreateOpportunityCommand, deal((o) => {
    o.Customer.Account.Industry = 'Other';
    o.Customer.Account.Address.StateOrRegion = 'NY';
    o.LifeCycle.TargetCloseDate = '2020-01-31';
    o.Project.CompetitorName = '*Other';
  })));

  assert.equal(error.Reason, 'BUSINESS_VALIDATION_FAILED');
  assert.deepEqual(
    error.ErrorList.map((entry) => entry.FieldName).sort(),
    ['customer.account.address.stateOrRegion', 'customer.account.otherIndustry', 'lifeCycle.targetCloseDate', 'project.otherCompetitorNames']);
  assert.deepEqual((await partner.send(ListOpportunitiesCommand)).OpportunitySummaries, []);
});

test('The model is checked before the business rules', async () => {
  const error = await refused(ValidationException, partner.send(CreateOpportunityCommand, deal((o) => {
    o.Customer.Contacts[0].Phone = '212 555 0101';
    o.LifeCycle.TargetCloseDate = '2020-01-31';
  })));

  assert.deepEqual([error.Reason, error.ErrorList.map((entry) => entry.FieldName)], ['REQUEST_VALIDATION_FAILED', ['customer.contacts.1.member.phone']]);
});

test('An update with a date that is not the last is a conflict and changes nothing', async () => {
  const id = await partner.create();
  const { LastModifiedDate } = await partner.get(id);
  await control('POST', 'clock', { advance: '00:00:10' });
  await partner.update(id, ({ LifeCycle }) => { LifeCycle.NextSteps = 'Ours'; });

  await refused(ConflictException, partner.send(UpdateOpportunityCommand, { ...deal(), Identifier: id, LastModifiedDate }));

  assert.equal((await partner.get(id)).LifeCycle.NextSteps, 'Ours');
});

test('What an update leaves out is empty afterwards', async () => {
  const id = await partner.create();

  await partner.update(id, (o) => {
    delete o.Customer.Contacts;
    delete o.Project.CompetitorName;
    delete o.LifeCycle.NextSteps;
  });

  const read = await partner.get(id);
  assert.deepEqual([read.Customer.Contacts ?? [], read.Project.CompetitorName, read.LifeCycle.NextSteps], [[], undefined, undefined]);
  assert.equal(read.LifeCycle.ReviewStatus, 'Pending Submission');
});

test('What does not exist, here or in this catalog, is not found', async () => {
  const id = await partner.create();
  const elsewhere = new Partner(partnerCentral(), catalog === 'AWS' ? 'Sandbox' : 'AWS');

  const error = await refused(ResourceNotFoundException, partner.get('O999'));
  assert.deepEqual([error.message, error.$metadata.httpStatusCode], ['Resource with Identifier O999 does not exist or is not accessible', 404]);
  await refused(ResourceNotFoundException, elsewhere.get(id));
  await refused(ResourceNotFoundException, partner.send(GetAwsOpportunitySummaryCommand, { RelatedOpportunityIdentifier: id }));
});

test('A catalog that does not exist and a solution of somebody else are refused', async () => {
  await refused(ValidationException, new Partner(partnerCentral(), 'Production').send(ListOpportunitiesCommand));
  const id = await partner.create();

  const error = await refused(ValidationException, partner.send(AssociateOpportunityCommand, {
    OpportunityIdentifier: id, RelatedEntityType: 'Solutions', RelatedEntityIdentifier: 'S-9999999',
  }));

  assert.equal(error.Reason, 'BUSINESS_VALIDATION_FAILED');
  assert.deepEqual((await partner.get(id)).RelatedEntityIdentifiers.Solutions ?? [], []);
});

test('A deal without a solution is neither submitted nor committed', async () => {
  const id = await partner.create();
  assert.equal((await partner.submit(id)).ReasonCode, 'OpportunityValidationFailed');
  await partner.update(id, ({ Project }) => { Project.OtherSolutionDescription = 'Claims platform of our own'; });
  await partner.submit(id);
  await role.review(partner, id, 'Approved');

  const error = await refused(ValidationException, partner.update(id, ({ LifeCycle }) => { LifeCycle.Stage = 'Committed'; }));

  assert.equal(error.Reason, 'BUSINESS_VALIDATION_FAILED');
});

test('Only the right keys for the right region get in', async () => {
  const { accessKeyId, secretAccessKey } = emulated.partnerCentral;
  const withKeys = (credentials, options) => new Partner(partnerCentral({ credentials, ...options }), catalog).send(ListOpportunitiesCommand);

  const stranger = await refused(PartnerCentralSellingServiceException, withKeys({ accessKeyId: 'AKIANOBODYKNOWSTHIS1', secretAccessKey }));
  const liar = await refused(PartnerCentralSellingServiceException, withKeys({ accessKeyId, secretAccessKey: 'not-the-secret' }));
  const lost = await refused(PartnerCentralSellingServiceException, withKeys({ accessKeyId, secretAccessKey }, { region: 'eu-central-1' }));

  assert.deepEqual([stranger.name, liar.name, lost.name], ['UnrecognizedClientException', 'SignatureDoesNotMatch', 'SignatureDoesNotMatch']);
  assert.deepEqual([stranger, liar, lost].map((error) => error.$metadata.httpStatusCode), [403, 403, 403]);
});

test('An operation that co-sell does not need is unknown', async () => {
  const error = await refused(PartnerCentralSellingServiceException, partner.send(StartProspectingFromEngagementTaskCommand, {
    ClientToken: 'prospecting', Identifiers: ['arn:aws:partnercentral:us-east-1::catalog/AWS/engagement/eng-12345678901234'], TaskName: 'prospecting',
  }));

  assert.deepEqual([error.name, error.$metadata.httpStatusCode], ['UnknownOperationException', 404]);
});

test('A throttled call says so, and the client comes again by itself', async () => {
  await fault('throttled', 'ListOpportunities');
  const error = await refused(ThrottlingException, impatient.send(ListOpportunitiesCommand));
  assert.deepEqual([error.$metadata.httpStatusCode, error.$metadata.attempts], [429, 1]);

  await fault('throttled', 'ListOpportunities');
  assert.equal((await partner.send(ListOpportunitiesCommand)).$metadata.attempts, 2);
});

test('A service that is down for a moment is asked again', async () => {
  await fault('unavailable', 'GetOpportunity');
  const error = await refused(PartnerCentralSellingServiceException, impatient.send(GetOpportunityCommand, { Identifier: 'O1' }));
  assert.deepEqual([error.name, error.$metadata.httpStatusCode, error.$fault], ['ServiceUnavailable', 503, 'server']);

  const id = await partner.create();
  await fault('unavailable', 'GetOpportunity');
  assert.equal((await partner.get(id)).$metadata.attempts, 2);
});

async function refused(type, call) {
  const error = await call.then(() => assert.fail('The call was not refused.'), (thrown) => thrown);
  assert.ok(error instanceof type, `${error.name}: ${error.message}`);
  return error;
}

const fault = (kind, operation) => control('POST', 'faults', { api: 'partnerCentral', kind, operation });
