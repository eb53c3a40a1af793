import assert from 'node:assert/strict';
import { createSign } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import jsforce from 'jsforce';
import { control, emulated } from './emulator.js';
import { worksWith } from './salesforce-calls.js';

const { url, clientId, clientSecret } = emulated.salesforce;
const object = 'AWS_Co_Sell_Opportunity__c';
let org;

beforeEach(async () => {
  await control('POST', 'reset');
  org = connection();
  await org.authorize({ grant_type: 'client_credentials' });
});

test('The app logs in as its integration user and learns where the org answers', async () => {
  const identity = await org.identity();

  assert.equal(org.instanceUrl, url);
  assert.deepEqual([identity.username, identity.user_id], [emulated.salesforce.username, org.userInfo.id]);
  assert.match(identity.organization_id, /^00D[0-9A-Za-z]{15}$/);
});

test('An app signs in by a JWT that the key of its registered certificate signed', async () => {
  await control('POST', 'salesforce/certificate', { pem: process.env.APP_CERTIFICATE });
  const signed = connection();
  await signed.authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: assertion() });
  assert.equal((await signed.identity()).username, emulated.salesforce.username);
  assert.equal((await signed.query('SELECT Id FROM Organization')).totalSize, 1);

  const stale = await refused(connection().authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: assertion({ exp: 1 }) }));
  assert.equal(stale.name, 'invalid_grant');
});

test('Wrong keys are refused in OAuth words', async () => {
  const error = await refused(connection('not-the-secret').authorize({ grant_type: 'client_credentials' }));

  assert.equal(error.name, 'invalid_client');
});

test('A token alone is enough, and a wrong one is told from an expired login', async () => {
  const borrowed = new jsforce.Connection({ instanceUrl: org.instanceUrl, accessToken: org.accessToken });
  assert.equal((await borrowed.query('SELECT Id FROM Organization')).totalSize, 1);

  const error = await refused(new jsforce.Connection({ instanceUrl: org.instanceUrl, accessToken: '00D!nobody' }).query('SELECT Id FROM Organization'));
  assert.equal(error.errorCode, 'INVALID_SESSION_ID');
});

test('A query reaches through the parents', async () => {
  const { totalSize, done, records: [deal] } = await org.query(
    "SELECT Id, Name, StageName, Amount, IsClosed, Account.Name, Account.BillingCountryCode, Owner.Email FROM Opportunity WHERE Name = 'Contoso contact center'");

  assert.deepEqual([totalSize, done], [1, true]);
  assert.deepEqual([deal.StageName, deal.Amount, deal.IsClosed], ['Needs Analysis', 410000, false]);
  assert.deepEqual([deal.Account.Name, deal.Account.BillingCountryCode, deal.Owner.Email], ['Contoso Bank', 'US', 'tom.baker@example.com']);
  assert.deepEqual([deal.attributes.type, deal.Account.attributes.type], ['Opportunity', 'Account']);
});

test('A co-sell record is created, read with its Opportunity, changed, and deleted', async () => {
  const [deal] = (await org.query("SELECT Id FROM Opportunity WHERE Name = 'Contoso contact center'")).records;

  const created = await org.sobject(object).create({ Opportunity__c: deal.Id, Customer_Company_Name__c: 'Contoso Bank' });
  assert.deepEqual([created.success, created.errors], [true, []]);
  const changed = await org.sobject(object).update({ Id: created.id, Customer_Company_Name__c: 'Contoso Bank of New York', Customer_First_Name__c: null });
  assert.equal(changed.success, true);

  const read = await org.sobject(object).retrieve(created.id);
  assert.deepEqual([read.Opportunity__c, read.Customer_Company_Name__c, read.Customer_First_Name__c], [deal.Id, 'Contoso Bank of New York', null]);
  assert.equal(read.LastModifiedById, org.userInfo.id);
  const [found] = (await org.query(`SELECT Opportunity__r.Account.Name FROM ${object} WHERE Id = '${created.id}'`)).records;
  assert.equal(found.Opportunity__r.Account.Name, 'Contoso Bank');

  assert.equal((await org.sobject(object).destroy(created.id)).success, true);
  await assert.rejects(org.sobject(object).retrieve(created.id));
});

test('Every refusal carries its code', async () => {
  const codes = async (...calls) => (await Promise.all(calls.map(refused))).map((error) => error.errorCode);

  assert.deepEqual(
    await codes(
      org.sobject('Opportunity').create({ Name: 'No stage, no date' }),
      org.sobject('Account').create({ Name: 'Adatum', Nonsense__c: 1 }),
      org.sobject('Account').retrieve('001000000000000AAA'),
      org.query('SELECT Nonsense__c FROM Account'),
      org.query('SELECT FROM Account'),
      org.query('SELECT Id FROM Nonsense__c')),
    ['REQUIRED_FIELD_MISSING', 'INVALID_FIELD', 'NOT_FOUND', 'INVALID_FIELD', 'MALFORMED_QUERY', 'INVALID_TYPE']);
});

test('An org that is out of calls says so', async () => {
  await control('POST', 'faults', { api: 'salesforce', kind: 'throttled', operation: 'query' });

  assert.equal((await refused(org.query('SELECT Id FROM Account'))).errorCode, 'REQUEST_LIMIT_EXCEEDED');
});

worksWith(async () => {
  const signedIn = connection();
  await signedIn.authorize({ grant_type: 'client_credentials' });
  return signedIn;
});

function connection(secret = clientSecret) {
  return new jsforce.Connection({ oauth2: { loginUrl: url, clientId, clientSecret: secret } });
}

const refused = (call) => call.then(() => assert.fail('The call was not refused.'), (error) => error);

function assertion(claims = {}) {
  const part = (content) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const signed = `${part({ alg: 'RS256' })}.${part({ iss: clientId, sub: emulated.salesforce.username, aud: 'https://login.salesforce.com', exp: Math.floor(Date.now() / 1000) + 180, ...claims })}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(process.env.APP_KEY, 'base64url')}`;
}
