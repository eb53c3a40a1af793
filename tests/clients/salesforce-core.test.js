import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { control, emulated } from './emulator.js';
import { worksWith } from './salesforce-calls.js';

// What its users set for a machine without a desktop. It reads them when it is loaded.
const home = mkdtempSync(join(tmpdir(), 'salesforce-core-'));
Object.assign(process.env, { HOME: home, SF_AUDIENCE_URL: 'https://login.salesforce.com', SF_USE_GENERIC_UNIX_KEYCHAIN: 'true', SF_DISABLE_LOG_FILE: 'true' });
const { AuthInfo, Connection } = await import('@salesforce/core');

const privateKey = join(home, 'app.key');
writeFileSync(privateKey, process.env.APP_KEY);

await control('POST', 'salesforce/certificate', { pem: process.env.APP_CERTIFICATE });
const authInfo = await AuthInfo.create({
  username: emulated.salesforce.username,
  oauth2Options: { clientId: emulated.salesforce.clientId, loginUrl: emulated.salesforce.url, privateKey },
});

// A reset ends all sessions: the client notices, and signs in again by itself.
const connect = () => Connection.create({ authInfo });

test('It signs in by JWT and finds the org', async () => {
  const org = await connect();
  assert.equal((await org.identity()).username, emulated.salesforce.username);
  assert.match(org.getAuthInfoFields().orgId, /^00D/);
});

worksWith(connect);
