import { PartnerCentralSellingClient } from '@aws-sdk/client-partnercentral-selling';

// What `emulate` printed on its first line: where both systems and their controls answer, and the keys to them.
export const emulated = JSON.parse(process.env.EMULATED ?? missing());

/** AWS's client as anybody would make it; only the address and the keys are the emulator's. */
export const partnerCentral = (options = {}) => new PartnerCentralSellingClient({
  endpoint: emulated.partnerCentral.url,
  region: emulated.partnerCentral.region,
  credentials: { accessKeyId: emulated.partnerCentral.accessKeyId, secretAccessKey: emulated.partnerCentral.secretAccessKey },
  ...options,
});

/** The controls: the clock, faults, and the people in both systems. */
export async function control(method, path, body) {
  const answer = await fetch(new URL(path, emulated.control.url), { method, body: body && JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text && JSON.parse(text);
}

function missing() {
  throw new Error('Set EMULATED to the first line that `emulate` prints.');
}
