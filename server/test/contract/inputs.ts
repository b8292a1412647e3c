/** A valid input for every row of the matrix, with an object in the state that the route wants, new for each call. */
import type { MakeBatch } from '@sevengrid/shared/cards/printing.requests';
import { printingRoutes } from '@sevengrid/shared/cards/printing.routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { MediaKind } from '@sevengrid/shared/media/terms';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import type { LooseInput } from '../actors/caller';
import { picture } from '../media/pictures';
import { mp3 } from '../media/sounds';
import { begin, digestOf, sendRest, sendable, upload } from '../media/uploading';
import { PASSWORD, type Cast, type Column } from './cast';
import { CENTRAL } from './inputs-of-central-households';
import { IMPORTS } from './inputs-of-imports';
import { STEP_THREE } from './inputs-of-step-three';
import { SET_UP } from './set-up-inputs';
import type { Stages } from './stages';

export interface Scene {
  cast: Cast;
  stages: Stages;
  who: Column;
}

export type Make = (scene: Scene) => LooseInput | Promise<LooseInput>;

/** Days ahead, so that no leave overlaps another. */
let day = 0;
const nextDay = (): string => new Date(Date.UTC(2027, 0, 1) + ++day * 86_400_000).toISOString().slice(0, 10);

const oneOf = (id: string, body?: object): LooseInput => ({ params: { id }, ...(body ? { body } : {}) });
const at =
  (stage: Parameters<Stages['at']>[0], body: object, by?: 'guest'): Make =>
  async ({ stages }) =>
    oneOf(await stages.at(stage, by), body);

const filing = ({ cast }: Scene, more: object = {}): LooseInput => ({
  body: { categoryId: cast.place.categoryId, words: '楼道灯不亮', consent: 'verbal', channel: 'mini', ...more },
});

async function waitingBinding({ cast }: Scene): Promise<string> {
  const { token } = await cast.place.addHome();
  await cast.place.sql("UPDATE binding SET state = 'refused' WHERE person_id = ? AND state = 'waiting'", [
    cast.id('newcomer'),
  ]);
  await cast.place.sql('UPDATE binding SET requested_at = NOW(3) - INTERVAL 2 DAY');
  const body = { name: cast.newName(), phone: cast.newPhone(), cardToken: token };
  return (await (await cast.as('newcomer')).call(gridRoutes.requestBinding, { body })).reply.id;
}

async function leaveOfWorker({ cast }: Scene): Promise<string> {
  const body = { from: nextDay(), to: nextDay() };
  return (await (await cast.as('worker')).call(gridRoutes.recordLeave, { params: { id: cast.id('worker') }, body }))
    .reply.id;
}

async function followOf({ stages }: Scene): Promise<{ number: string; code: string }> {
  const { number, followCode } = await stages.opened('guest');
  return { number, code: followCode ?? '' };
}

const IDENTITY: Record<string, Make> = {
  'identity.demo': () => ({}),
  'identity.logInDemo': ({ cast }) => ({ body: { account: cast.person('staff').account } }),
  'identity.logInPassword': ({ cast }) => ({ body: { account: cast.person('second').account, password: PASSWORD } }),
  'identity.logInWechat': () => ({ body: { code: `code:openid-canary-${++day}` } }),
  'identity.logOut': () => ({}),
  'identity.me': () => ({}),
  'identity.changePassword': () => ({ body: { current: PASSWORD, next: '白云-Skies-0815' } }),
  'identity.recordConsent': () => ({ body: { purpose: 'privacy', version: '2026-11', given: true } }),
  'identity.scopes': () => ({}),
  'identity.auditLog': () => ({ query: {} }),
};

const SOUND = mp3(1);

/** An upload of the resident's, with all its bytes. */
async function uploaded({ cast }: Scene): Promise<LooseInput> {
  const resident = await cast.as('resident');
  const begun = await begin(resident, 'voice', SOUND);
  await sendRest(resident, begun, SOUND);
  return oneOf(begun.id);
}

/** Whoever brings a link gets what it leads to; who is given one is shown by the rows of what media hang on. */
async function linked({ cast }: Scene, kind: MediaKind): Promise<LooseInput> {
  const bytes = kind === 'voice' ? SOUND : await picture(40, 30).jpeg().toBuffer();
  const { id, url } = await upload(await cast.as('resident'), kind, bytes);
  return { ...oneOf(id), query: Object.fromEntries(new URLSearchParams(url.split('?')[1])) };
}

const MEDIA: Record<string, Make> = {
  'media.start': () => ({ body: { kind: 'voice', size: SOUND.length, sha256: digestOf(SOUND) } }),
  'media.upload': uploaded,
  'media.send': async ({ cast }) => {
    const { id } = await begin(await cast.as('resident'), 'voice', SOUND);
    return { ...oneOf(id), query: { offset: '0' }, bytes: sendable(SOUND) };
  },
  'media.finish': uploaded,
  'media.discard': uploaded,
  'media.photo by its link': (scene) => linked(scene, 'photo'),
  'media.photo by the link of a voice': (scene) =>
    linked(scene, 'voice').then(({ query, ...rest }) => ({ ...rest, query: { ...query, variant: 'full' } })),
  'media.voice by its link': (scene) => linked(scene, 'voice'),
};

const RETENTION: Record<string, Make> = {
  'retention.read': () => ({ query: {} }),
  'retention.read elsewhere': ({ cast }) => ({ query: { communityId: cast.place.farCommunityId } }),
  'retention.write': () => ({ body: { what: 'ticket_words', days: 1095 } }),
  'retention.write elsewhere': ({ cast }) => ({
    body: { communityId: cast.place.farCommunityId, what: 'ticket_words', days: 1095 },
  }),
};

const GRIDS: Record<string, Make> = {
  'grids.stations': () => ({ query: {} }),
  'grids.stations elsewhere': ({ cast }) => ({ query: { communityId: cast.place.farCommunityId } }),
  'grids.grids': () => ({}),
  'grids.grid': ({ cast }) => oneOf(cast.place.gridId),
  'grids.households': () => ({ query: {} }),
  'grids.household': ({ cast }) => oneOf(cast.home.id),
  'grids.revealResident': ({ cast }) => oneOf(cast.residentId, { field: 'phone', reason: 'visit' }),
  'grids.servedHouseholds': () => ({}),
  'grids.myBinding': () => ({}),
  'grids.requestBinding': async ({ cast }) => ({
    body: { name: cast.newName(), phone: cast.newPhone(), cardToken: (await cast.place.addHome()).token },
  }),
  'grids.bindings': () => ({ query: {} }),
  'grids.confirmBinding': async (scene) => oneOf(await waitingBinding(scene)),
  'grids.refuseBinding': async (scene) => oneOf(await waitingBinding(scene), { reason: '登记的不是这一户' }),
  'grids.leaves': ({ cast }) => oneOf(cast.place.gridId),
  'grids.recordLeave': ({ cast }) => oneOf(cast.id('worker'), { from: nextDay(), to: nextDay() }),
  'grids.recordLeave of oneself': ({ cast, who }) =>
    oneOf(['nobody', 'guest'].includes(who) ? cast.id('worker') : cast.id(who), { from: nextDay(), to: nextDay() }),
  'grids.cancelLeave': async (scene) => oneOf(await leaveOfWorker(scene)),
};

const CARDS: Record<string, Make> = {
  'cards.scan': async ({ cast }) => ({ body: { token: (await cast.place.addHome()).token } }),
  'cards.current': () => ({}),
  'cards.lookUp': ({ cast }) => ({ body: { shortCode: cast.home.shortCode } }),
  'cards.cards': ({ cast }) => ({ query: { gridId: cast.place.gridId } }),
  'cards.issue': async ({ cast }) => ({ body: { householdId: (await cast.place.addHomeWithoutCard()).id } }),
  'cards.end': async ({ cast }) => oneOf((await cast.place.addHome()).cardId, { because: 'lost' }),
  'cards.rotate': async ({ cast }) => oneOf((await cast.place.addHome()).cardId, { because: 'damaged' }),
  'cards.readLink': ({ cast }) => oneOf(cast.home.cardId, { reason: '卡面磨损，重印一张' }),
};

/** A batch of one door, its card issued. */
async function readyBatch({ cast }: Scene): Promise<string> {
  const { id } = await cast.place.addHomeWithoutCard();
  const body: MakeBatch = { gridId: cast.place.gridId, householdIds: [id], which: 'all' };
  const made = await (await cast.as('lead')).call(printingRoutes.make, { body });
  await cast.app.get(Scheduler).runNow('issue-cards-of-batches');
  return made.reply.id;
}

const PRINTING: Record<string, Make> = {
  'printing.buildings': ({ cast }) => ({ query: { gridId: cast.place.gridId } }),
  'printing.doors': ({ cast }) => ({ query: { gridId: cast.place.gridId } }),
  'printing.make': async ({ cast }) => {
    const { id } = await cast.place.addHome();
    return { body: { gridId: cast.place.gridId, householdIds: [id], which: 'all' } };
  },
  'printing.batches': () => ({ query: {} }),
  'printing.batch': async (scene) => oneOf(await readyBatch(scene)),
  'printing.batchDoors': async (scene) => ({ ...oneOf(await readyBatch(scene)), query: {} }),
  'printing.sheet': async (scene) => ({ ...oneOf(await readyBatch(scene)), query: { part: 1 } }),
};

const TICKETS: Record<string, Make> = {
  'tickets.categories': () => ({ query: {} }),
  'tickets.categories elsewhere': ({ cast }) => ({ query: { communityId: cast.place.farCommunityId } }),
  'tickets.open at home': (scene) => filing(scene),
  'tickets.open for a household': (scene) => filing(scene, { householdId: scene.cast.home.id }),
  'tickets.open for a served household': (scene) => filing(scene, { householdId: scene.cast.servedHome.id }),
  'tickets.open in a grid': (scene) => filing(scene, { gridId: scene.cast.place.gridId }),
  'tickets.follow': async (scene) => ({ body: await followOf(scene) }),
  'tickets.claim': async (scene) => ({ body: await followOf(scene) }),
  'tickets.mine': () => ({ query: {} }),
  'tickets.queue': () => ({ query: {} }),
  'tickets.counts': () => ({ query: {} }),
  'tickets.ticket of the resident': async ({ stages }) => oneOf(await stages.at('submitted')),
  'tickets.ticket of the guest': async ({ stages }) => oneOf(await stages.at('submitted', 'guest')),
  'tickets.candidates': async ({ stages }) => oneOf(await stages.at('accepted')),
  'tickets.revealRequester': async ({ stages }) =>
    oneOf(await stages.at('accepted'), { field: 'phone', reason: 'contact_requester' }),
  'tickets.attribute': async ({ stages, cast }) =>
    oneOf(await stages.at('submitted', 'guest'), { residentId: cast.residentId }),
  'tickets.accept': at('submitted', { grade: 'G2' }),
  'tickets.decline': at('submitted', { reason: 'outside_area', words: '请找物业公司' }),
  'tickets.contest of the guest': at('declined', { words: '物业让我找社区' }, 'guest'),
  'tickets.contest': at('declined', { words: '物业让我找社区' }),
  'tickets.contact': at('accepted', { how: 'visit', words: '上门看过' }),
  'tickets.resolve': at('working', { outcome: 'solved', words: '已修好' }),
  'tickets.attempt': at('resolved', { how: 'call' }),
  'tickets.verify': at('resolved', { finding: 'solved', how: 'call' }),
  'tickets.confirm': at('resolved', {}),
  'tickets.reopen of the guest': at('verified', { words: '还是漏水' }, 'guest'),
  'tickets.reopen': at('verified', { words: '还是漏水' }),
  'tickets.withdraw of the guest': at('submitted', {}, 'guest'),
  'tickets.withdraw': at('submitted', {}),
  'tickets.reassign': async ({ stages, cast }) => {
    const id = await stages.at('accepted');
    const { items } = (await (await cast.as('second')).call(ticketRoutes.candidates, { params: { id } })).reply;
    return oneOf(id, { holderId: items.find((one) => one.id !== cast.id('worker'))?.id, words: '请接手' });
  },
  'tickets.regrade': at('accepted', { grade: 'G1', words: '家里有老人' }),
  'tickets.remark': at('accepted', { words: '已约周五', shown: true }),
  'tickets.ask': at('working', { how: 'call', words: '在几楼？' }),
  'tickets.answer': async ({ stages }) => oneOf(await stages.asked(), { words: '三楼' }),
  'tickets.rate': async ({ stages, who }) =>
    oneOf(await stages.at('resolved'), { satisfied: 'yes', how: who === 'resident' ? 'self' : 'read_aloud' }),
  'tickets.revisit': async ({ stages }) =>
    oneOf(await stages.at('verified', 'resident', 'G3'), { finding: 'solved', how: 'call' }),
  'tickets.coordinate': async ({ stages, cast }) =>
    oneOf(await stages.at('accepted'), { organisationId: cast.place.bodyId, words: '请看看管线', withContact: true }),
  'tickets.recall': async ({ stages }) => {
    const { id, requestId } = await stages.coordinated();
    return oneOf(id, { requestId, words: '已经好了' });
  },
  'tickets.escalate': at('accepted', { words: '要社区出面' }),
  'tickets.extend': at('accepted', { days: 1, words: '等配件' }),
  'tickets.verifiers': async ({ stages }) => oneOf(await stages.at('resolved')),
  'tickets.appoint': async ({ stages, cast }) => oneOf(await stages.at('resolved'), { verifierId: cast.id('second') }),
  'tickets.holders': () => ({}),
  'tickets.handOver': ({ cast }) => ({
    body: { fromId: cast.id('worker'), toId: cast.id('backup'), words: '请假三天' },
  }),
};

const requestOf: Make = async ({ stages }) => oneOf((await stages.coordinated()).requestId);

const BODIES: Record<string, Make> = {
  'coordination.partners': () => ({}),
  'coordination.list': () => ({ query: {} }),
  'coordination.one': requestOf,
  'coordination.reply': async (scene) => ({ ...(await requestOf(scene)), body: { words: '管线换好了' } }),
  'coordination.sendBack': async (scene) => ({
    ...(await requestOf(scene)),
    body: { reason: 'not_ours', words: '不是我们的管线' },
  }),
};

/** The rules as they stand, to be written again: whoever writes must have read the version in force. */
async function rulesInForce({ cast, who }: Scene, far = false): Promise<object> {
  const reader = await cast.as(far || who === 'farAdmin' ? 'farAdmin' : 'lead');
  const { version, rules } = (await reader.call(deadlineRoutes.read, { query: {} })).reply;
  const inputs = rules.map(({ categoryId, span, ...rule }) => ({
    ...rule,
    ...span,
    ...(categoryId ? { categoryId } : {}),
  }));
  return { basedOn: version, rules: inputs, ...(far ? { communityId: cast.place.farCommunityId } : {}) };
}

const HOURS = { weekdays: [1, 2, 3, 4, 5], intervals: [{ from: 570, to: 1080 }] };
const DAYS = { days: [{ day: '2027-02-06', kind: 'off', name: '藏历新年' }] };
const farAway = ({ cast }: Scene, body: object = {}): object => ({ ...body, communityId: cast.place.farCommunityId });

const DEADLINES: Record<string, Make> = {
  'deadlines.read': () => ({ query: {} }),
  'deadlines.read elsewhere': (scene) => ({ query: farAway(scene) }),
  'deadlines.write': async (scene) => ({ body: await rulesInForce(scene) }),
  'deadlines.write elsewhere': async (scene) => ({ body: await rulesInForce(scene, true) }),
  'deadlines.calendar': () => ({ query: {} }),
  'deadlines.calendar elsewhere': (scene) => ({ query: farAway(scene) }),
  'deadlines.writeHours': () => ({ body: HOURS }),
  'deadlines.writeHours elsewhere': (scene) => ({ body: farAway(scene, HOURS) }),
  'deadlines.writeDays': () => ({ body: DAYS }),
  'deadlines.writeDays elsewhere': (scene) => ({ body: farAway(scene, DAYS) }),
};

const NOTICES: Record<string, Make> = {
  'notices.inbox': () => ({ query: {} }),
  'notices.unread': () => ({}),
  'notices.markRead': () => ({ body: { all: true } }),
};

/** By row of the matrix. */
export const INPUTS: Readonly<Record<string, Make>> = {
  ...IDENTITY,
  ...MEDIA,
  ...RETENTION,
  ...GRIDS,
  ...CENTRAL,
  ...IMPORTS,
  ...CARDS,
  ...PRINTING,
  ...TICKETS,
  ...BODIES,
  ...DEADLINES,
  ...NOTICES,
  ...SET_UP,
  ...STEP_THREE,
};
