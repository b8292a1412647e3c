// A network that loses things: some requests before the server hears them, some answers on their way back.

/** Numbers between 0 and 1, the same for the same seed. */
function dice(/** @type {number} */ seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const UPLOADS = /\/media\/uploads$/;

/**
 * Loses a share of all that the page asks the server, half of it on either way.
 * @param {import('playwright-core').BrowserContext} context
 * @param {{ share: number, seed: number }} how
 */
export async function storm(context, { share, seed }) {
  const next = dice(seed);
  /** Uploads that the server has begun, whether the phone knows of them or not. @type {Set<string>} */
  const begun = new Set();
  const seen = { asked: 0, lostOnTheWay: 0, lostOnTheWayBack: 0, begun };
  await context.route('**/api/**', async (route) => {
    const luck = next();
    seen.asked += 1;
    if (luck < share / 2) {
      seen.lostOnTheWay += 1;
      return route.abort('connectionreset');
    }
    const answer = await route.fetch().catch(() => undefined);
    if (!answer) return route.abort('connectionreset').catch(() => undefined);
    if (UPLOADS.test(route.request().url()) && answer.status() === 201) begun.add((await answer.json()).id);
    if (luck >= share) return route.fulfill({ response: answer }).catch(() => undefined);
    seen.lostOnTheWayBack += 1;
    return route.abort('connectionreset').catch(() => undefined);
  });
  return seen;
}
