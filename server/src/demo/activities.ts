/** Seeds the demo's activities, with what members earned by them so far. */
import type { EntityManager } from 'typeorm';
import { Scopes } from '../identity/scopes';
import { ServiceKinds } from '../volunteering/service-kinds';
import type { DemoContext } from './demo-context';
import { ActivityPlanner } from './plan-activities';
import type { DemoUnit } from './units';
import { ActivityWriter } from './write-activities';

/** So many serve at the most. */
const SERVING = 20;

export async function seedActivities(
  tx: EntityManager,
  context: DemoContext,
  units: readonly DemoUnit[],
): Promise<void> {
  const { tzOffset } = context.app.get(Scopes).communityOf(context.communityId);
  const kinds = await context.app.get(ServiceKinds).of(tx, context.communityId);
  const writer = new ActivityWriter(context, new Map(kinds.map(({ code, id }) => [code, id])), tzOffset);
  const serving = [...context.people.members.map(({ id }) => id), ...inTurn(units.map(({ memberIds }) => memberIds))];
  const members = [...new Set(serving)].slice(0, SERVING);
  for (const planned of new ActivityPlanner(context.now.getTime(), tzOffset, members).plan().planned)
    await writer.write(tx, planned);
}

/** The first of each, then the second of each, and so on: units take part alike. */
function inTurn(all: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...all.map(({ length }) => length));
  return Array.from({ length: longest }, (_, nth) => all.flatMap((ids) => ids[nth] ?? [])).flat();
}
