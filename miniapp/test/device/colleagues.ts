/** What others do meanwhile, on phones that nobody looks at: through the server, as themselves. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { as } from './server';

/** The grid worker takes it on, goes there and does it. */
export async function workerHandles(id: string): Promise<void> {
  const worker = as('worker');
  const params = { id };
  await worker.does(ticketRoutes.accept, { params, body: { grade: 'G3' } });
  await worker.does(ticketRoutes.contact, { params, body: { how: 'visit', words: '上门看过，灯座锈坏' } });
  await worker.does(ticketRoutes.resolve, { params, body: { outcome: 'solved', words: '换了新的声控灯' } });
}

/** Somebody who did not handle it makes the return visit. */
export const colleagueVerifies = (id: string) =>
  as('staff2').does(ticketRoutes.verify, { params: { id }, body: { finding: 'solved', how: 'call' } });

/** The resident's appeals whose title has these words. */
export async function residentFiled(words: string) {
  const { items } = await as('resident').does(ticketRoutes.mine, { query: { limit: 100 } });
  return items.filter(({ title }) => title.includes(words));
}

/** A resident's appeal, filed on another phone. */
export async function residentFiles(words: string) {
  const resident = as('resident');
  const { items } = await resident.does(ticketRoutes.categories, { query: {} });
  const categoryId = items.find(({ danger }) => !danger)?.id ?? '';
  return resident.does(ticketRoutes.open, { body: { categoryId, words, consent: 'self', channel: 'mini' } });
}

/** The id behind a number, as staff look it up. */
export async function idOf(number: string): Promise<string> {
  const { items } = await as('lead').does(ticketRoutes.queue, { query: { queue: 'all', q: number } });
  const found = items.find((one) => one.number === number);
  if (!found) throw new Error(`${number} is in no queue`);
  return found.id;
}
