// A spreadsheet handed in by somebody at a desk, and how far it has come.
import { BASE, ask } from './server.mjs';
import { spreadsheet } from './spreadsheet.mjs';

const LOOK_EVERY = 200;

/** @param {string} token @param {string} id @param {string} from the state that it leaves by itself */
async function past(token, id, from) {
  for (let state = from; state === from;) {
    await new Promise((done) => setTimeout(done, LOOK_EVERY));
    ({ state } = await ask(`/register/imports/${id}`, { token }));
  }
}

/**
 * Handed in and looked at.
 * @param {string} token @param {string} name of the file @param {Parameters<typeof spreadsheet>[0]} sheets
 * @returns {Promise<{ id: string }>}
 */
export async function handIn(token, name, sheets) {
  const answer = await fetch(`${BASE}/api/v1/register/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      'idempotency-key': `screens-${Date.now()}`,
    },
    body: spreadsheet(sheets),
  });
  const { id } = await answer.json();
  await past(token, id, 'reading');
  return { id };
}

/** The same, taken over. @param {Parameters<typeof handIn>} of */
export async function takeOver(...of) {
  const [token] = of;
  const { id } = await handIn(...of);
  await ask(`/register/imports/${id}/apply`, { token, body: { skipWrong: true } });
  await past(token, id, 'applying');
  return { id };
}
