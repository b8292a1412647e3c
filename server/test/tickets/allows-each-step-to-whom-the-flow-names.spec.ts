/** Every step of the flow for every kind of person: allowed, or refused as ruled. */
import { APPEAL_STAGES, appealMovesFrom, type Stage } from '@sevengrid/shared/tickets/flows';
import { startApp, type TestApp } from '../actors/start-app';
import { desk, type Desk, type Step, type Told } from './at-the-desk';

let app: TestApp;
let here: Desk;
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await desk(app);
});
afterAll(() => app.close());

const EVERYBODY = [
  'resident', 'neighbour', 'worker', 'backup', 'otherWorker', 'staff', 'lead', 'street', 'auditor', 'police',
] as const; // prettier-ignore
type Somebody = (typeof EVERYBODY)[number];
type Who = Somebody | 'staff2';

/** Steps that bring a ticket to where the step is possible, and how each person is answered; 200 unless said. */
const TABLE: [step: Step, before: Told[], answers: Record<Somebody, number>][] = [
  ['accept', [], { resident: 403, neighbour: 403, worker: 200, backup: 200, otherWorker: 404, staff: 200, lead: 200, street: 403, auditor: 403, police: 403 }],
  ['decline', [], { resident: 403, neighbour: 403, worker: 403, backup: 403, otherWorker: 403, staff: 403, lead: 200, street: 200, auditor: 403, police: 403 }],
  ['contest', ['decline'], { resident: 200, neighbour: 404, worker: 403, backup: 403, otherWorker: 403, staff: 403, lead: 403, street: 403, auditor: 403, police: 403 }],
  ['contact', ['accept'], { resident: 403, neighbour: 404, worker: 200, backup: 403, otherWorker: 404, staff: 403, lead: 403, street: 403, auditor: 403, police: 404 }],
  ['resolve', ['accept', 'contact'], { resident: 403, neighbour: 404, worker: 200, backup: 403, otherWorker: 404, staff: 403, lead: 403, street: 403, auditor: 403, police: 404 }],
  ['attempt', ['accept', 'contact', 'resolve'], { resident: 403, neighbour: 403, worker: 403, backup: 403, otherWorker: 403, staff: 200, lead: 200, street: 200, auditor: 403, police: 403 }],
  ['verify', ['accept', 'contact', 'resolve'], { resident: 403, neighbour: 403, worker: 403, backup: 403, otherWorker: 403, staff: 200, lead: 200, street: 200, auditor: 403, police: 403 }],
  ['confirm', ['accept', 'contact', 'resolve'], { resident: 200, neighbour: 404, worker: 403, backup: 403, otherWorker: 404, staff: 403, lead: 403, street: 403, auditor: 403, police: 404 }],
  ['reopen', ['accept', 'contact', 'resolve'], { resident: 200, neighbour: 404, worker: 403, backup: 403, otherWorker: 404, staff: 200, lead: 200, street: 200, auditor: 403, police: 404 }],
  ['withdraw', ['accept'], { resident: 200, neighbour: 404, worker: 403, backup: 403, otherWorker: 404, staff: 403, lead: 403, street: 403, auditor: 403, police: 404 }],
  ['reassign', ['accept'], { resident: 403, neighbour: 403, worker: 403, backup: 403, otherWorker: 403, staff: 200, lead: 200, street: 403, auditor: 403, police: 403 }],
  ['regrade', ['accept'], { resident: 403, neighbour: 403, worker: 403, backup: 403, otherWorker: 403, staff: 200, lead: 200, street: 403, auditor: 403, police: 403 }],
  ['remark', ['accept'], { resident: 403, neighbour: 404, worker: 200, backup: 403, otherWorker: 404, staff: 200, lead: 200, street: 403, auditor: 403, police: 404 }],
  ['ask', ['accept', 'contact'], { resident: 403, neighbour: 404, worker: 200, backup: 403, otherWorker: 404, staff: 403, lead: 403, street: 403, auditor: 403, police: 404 }],
  ['answer', ['accept', 'contact', 'ask'], { resident: 200, neighbour: 404, worker: 200, backup: 403, otherWorker: 404, staff: 403, lead: 403, street: 403, auditor: 403, police: 404 }],
  ['rate', ['accept', 'contact', 'resolve'], { resident: 200, neighbour: 404, worker: 403, backup: 403, otherWorker: 404, staff: 200, lead: 200, street: 200, auditor: 403, police: 404 }],
  ['coordinate', ['accept'], { resident: 403, neighbour: 403, worker: 403, backup: 403, otherWorker: 403, staff: 200, lead: 200, street: 403, auditor: 403, police: 403 }],
  ['escalate', ['accept'], { resident: 403, neighbour: 404, worker: 200, backup: 403, otherWorker: 404, staff: 200, lead: 200, street: 200, auditor: 403, police: 404 }],
  ['extend', ['accept'], { resident: 403, neighbour: 403, worker: 403, backup: 403, otherWorker: 403, staff: 403, lead: 200, street: 200, auditor: 403, police: 403 }],
  ['recall', ['accept', 'coordinate'], { resident: 403, neighbour: 403, worker: 403, backup: 403, otherWorker: 403, staff: 200, lead: 200, street: 403, auditor: 403, police: 403 }],
  ['revisit', [['accept', { grade: 'G3' }], 'contact', 'resolve', 'verify'], { resident: 403, neighbour: 403, worker: 403, backup: 403, otherWorker: 403, staff: 200, lead: 200, street: 200, auditor: 403, police: 403 }],
  ['appoint', ['accept', 'contact', 'resolve'], { resident: 403, neighbour: 403, worker: 403, backup: 403, otherWorker: 403, staff: 200, lead: 200, street: 403, auditor: 403, police: 403 }],
]; // prettier-ignore

const NOTHING = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

async function bodyOf(step: Step, id: string, who: Who): Promise<object> {
  if (step === 'reassign') return { holderId: here.demo.grids[0]?.backupId, words: '请顶班' };
  if (step === 'rate') return { satisfied: 'yes', how: who === 'resident' ? 'self' : 'read_aloud' };
  if (step !== 'recall') return here.bodyOf(step);
  const { requests } = (await here.see(here.staff, id)).reply;
  return { requestId: requests[0]?.id ?? NOTHING, words: '不用来了' };
}

describe.each(TABLE)('%s', (step, before, answers) => {
  it.each(EVERYBODY)('by %s', async (who) => {
    const id = await here.openUpTo(...before);
    const body = await bodyOf(step, id, who);
    const answer = await here.try(here[who], step, id, body);
    expect(answer.status).toBe(answers[who]);
    if (answer.status !== 200) return;
    // The button was there before, and a second press with another key finds another stage.
    if (['attempt', 'remark', 'contact', 'coordinate', 'escalate', 'appoint'].includes(step)) return;
    const again = await here.try(here[who], step, id, body);
    expect(again.status).toBe(step === 'reassign' ? 422 : 409);
  });

  it('draws the button for whom it is allowed and for nobody else', async () => {
    const id = await here.openUpTo(...before);
    for (const who of EVERYBODY) {
      const seen = await here.see(here[who], id);
      const drawn = seen.status === 200 && seen.reply.moves.includes(step);
      expect([who, drawn]).toEqual([who, answers[who] === 200]);
    }
  });
});

/** How a ticket comes to each stage; and who holds the relation of each step, whatever the stage. */
const WAY: Record<Stage, Step[]> = {
  submitted: [],
  accepted: ['accept'],
  working: ['accept', 'contact'],
  resolved: ['accept', 'contact', 'resolve'],
  reopened: ['accept', 'contact', 'resolve', 'reopen'],
  verified: ['accept', 'contact', 'resolve', 'verify'],
  confirmed: ['accept', 'contact', 'resolve', 'confirm'],
  declined: ['decline'],
  withdrawn: ['withdraw'],
};
const DOER: Record<Step, Who> = {
  accept: 'worker', decline: 'lead', contest: 'resident', contact: 'worker', resolve: 'worker', attempt: 'staff',
  verify: 'staff', confirm: 'resident', reopen: 'resident', withdraw: 'resident', reassign: 'lead', regrade: 'lead',
  remark: 'staff', ask: 'worker', answer: 'resident', rate: 'resident', revisit: 'staff2', coordinate: 'staff',
  recall: 'staff', escalate: 'lead', extend: 'lead', appoint: 'staff',
}; // prettier-ignore

it.each(APPEAL_STAGES)('refuses at %s each step that does not start there, and draws no button', async (stage) => {
  const id = await here.openUpTo(...WAY[stage]);
  const possible: readonly string[] = appealMovesFrom(stage);
  const others = (Object.keys(DOER) as Step[]).filter((step) => !possible.includes(step));
  expect(others.length).toBeGreaterThan(0);
  for (const step of others) {
    const by = here[DOER[step]];
    const answer = await here.try(by, step, id, await bodyOf(step, id, DOER[step]));
    // Who holds nothing yet has not the holder's relation either; every other refusal is the stage's.
    const holderless = ['contact', 'resolve', 'ask'].includes(step) && !WAY[stage].includes('accept');
    const known = step === 'accept' && WAY[stage].includes('accept');
    const code = holderless ? 'NOT_ALLOWED' : known ? 'TICKET_ALREADY_ACCEPTED' : 'TICKET_WRONG_STAGE';
    expect([step, answer.code]).toEqual([step, code]);
    expect((await here.see(by, id)).reply.moves).not.toContain(step);
  }
  expect((await here.see(here.lead, id)).reply.stage).toBe(stage);
});

it('hides a ticket from whom it is none of their business, as if it did not exist', async () => {
  const id = await here.openUpTo('accept');
  for (const by of [here.neighbour, here.otherWorker, here.central]) {
    const [hidden, missing] = [await here.see(by, id), await here.see(by, '01ARZ3NDEKTSV4RRFFQ69G5FAV')];
    expect([hidden.status, hidden.code]).toEqual([404, missing.code]);
  }
});

it('does once what is asked twice with one key, and refuses the key for something else', async () => {
  const id = await here.openUpTo();
  const twice = await Promise.all(
    [1, 2].map(() => here.try(here.worker, 'accept', id, { grade: 'G2' }, 'key-of-a-double-tap')),
  );
  expect(twice.map((answer) => answer.status)).toEqual([200, 200]);
  expect((await here.see(here.worker, id)).reply.timeline).toHaveLength(2);
  expect((await here.try(here.worker, 'accept', id, { grade: 'G1' }, 'key-of-a-double-tap')).code).toBe('KEY_REUSED');
});

it('hands over only to those who handle tickets there', async () => {
  const id = await here.openUpTo('accept');
  const other = here.demo.grids[4]?.workerId;
  expect((await here.try(here.staff, 'reassign', id, { holderId: other, words: '换人' })).code).toBe(
    'HOLDER_UNSUITABLE',
  );
  const holderId = here.demo.grids[0]?.backupId ?? '';
  expect((await here.try(here.staff, 'reassign', id, { holderId, words: '换人' })).reply.holder?.id).toBe(holderId);
  expect((await here.try(here.worker, 'contact', id)).code).toBe('NOT_ALLOWED');
  expect((await here.try(here.backup, 'contact', id)).status).toBe(200);
});

it('lets the backup act for a holder on leave', async () => {
  const id = await here.openUpTo('accept');
  await app.dataSource.query(
    `INSERT INTO worker_leave (id, person_id, from_day, to_day, recorded_by) VALUES (?, ?, '2020-01-01', '2099-01-01', ?)`,
    ['01ARZ3NDEKTSV4RRFFQ69G5FAV', here.demo.grids[0]?.workerId, here.demo.grids[0]?.workerId],
  );
  expect((await here.try(here.backup, 'contact', id)).status).toBe(200);
  await app.dataSource.query("DELETE FROM worker_leave WHERE id = '01ARZ3NDEKTSV4RRFFQ69G5FAV'");
});

it('shows remarks among staff to staff only', async () => {
  const id = await here.openUpTo('accept', 'remark');
  await here.try(here.worker, 'remark', id, { words: '周三来', shown: true });
  const remarks = async (by: Desk[Who]): Promise<(string | null)[]> =>
    (await here.see(by, id)).reply.timeline.filter((entry) => entry.action === 'remark').map((entry) => entry.words);
  expect(await remarks(here.resident)).toEqual(['周三来']);
  expect(await remarks(here.staff)).toEqual(['晚上在家', '周三来']);
});
