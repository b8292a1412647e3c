/** Valid inputs for the routes of activities, each with an activity of its own in the stage that the route wants. */
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import { newId } from '../../src/platform/database/new-id';
import type { LooseInput } from '../actors/caller';
import { AtActivities, oneOf as params, type Member } from '../volunteering/at-activities';
import type { Make, Scene } from './inputs';

const oneOf = (id: string, body?: object): { params: { id: string } } => ({ ...params(id), ...(body ? { body } : {}) });
const at = ({ cast }: Scene): AtActivities => new AtActivities(cast, 'rows');

const drafted: Make = async (scene) => oneOf((await at(scene).draft()).id);
const opened: Make = async (scene) => oneOf((await at(scene).open()).id);

/** The member of the matrix has a place. */
async function signedUp(scene: Scene): Promise<string> {
  const { id } = await at(scene).open();
  void (await (await scene.cast.as('member')).call(activityRoutes.signUp, oneOf(id))).reply;
  return id;
}

const theMember = async ({ cast }: Scene): Promise<Member> => ({
  id: cast.id('member'),
  caller: await cast.as('member'),
});

/** Begun, with the member on the list. */
const running = async (scene: Scene): Promise<string> => at(scene).running([await theMember(scene)]);
const over = async (scene: Scene): Promise<string> => at(scene).over([await at(scene).member()]);
const announced = async (scene: Scene): Promise<string> => at(scene).announced([await at(scene).member()]);

/** A scan of the member's phone, before anybody has logged in. */
async function scanned(scene: Scene, point: 'in' | 'out'): Promise<LooseInput> {
  const id = await running(scene);
  // Whoever tries everything at one time was nowhere else before.
  await scene.cast.place.sql('UPDATE attendance SET to_at = from_at WHERE person_id = ?', [scene.cast.id('member')]);
  if (point === 'out') await at(scene).call(id, 'in', [await theMember(scene)]);
  const organiser = await scene.cast.as('central');
  const { codes } = (await organiser.call(presenceRoutes.code, { ...oneOf(id), query: { point } })).reply;
  const body = { code: codes[0]?.code ?? '', device: newId() };
  const { ticket } = (await scene.cast.app.as(null).call(presenceRoutes.scan, { body })).reply;
  return { ...oneOf(id), body: { ticket, device: body.device } };
}

/** One of four written down by hand by the organiser: it wants a second. */
async function unseconded(scene: Scene): Promise<string> {
  const id = await running(scene);
  const organiser = await scene.cast.as('central');
  for (const { id: personId } of await at(scene).members(4))
    void (await organiser.call(presenceRoutes.add, { ...oneOf(id), body: { personId, reason: '手机没电' } })).reply;
  return (await at(scene).board(id)).items.find(({ standing }) => standing === 'needs_second')?.id ?? '';
}

async function objected(scene: Scene): Promise<string> {
  const params = { id: await announced(scene) };
  const resident = await scene.cast.as('resident');
  return (await resident.call(awardRoutes.object, { params, body: { words: '那天没有看到他' } })).reply.id;
}

async function awarded(scene: Scene): Promise<string> {
  const member = await at(scene).member();
  return (await at(scene).attendanceOf(await at(scene).settled([member]), member.id)).id;
}

async function asked(scene: Scene): Promise<string> {
  const second = await scene.cast.as('second');
  const of = oneOf(await awarded(scene));
  return (await second.call(awardRoutes.askTakeBack, { ...of, body: { reason: '签错了人' } })).reply.id;
}

const PRESENCE: Readonly<Record<string, Make>> = {
  'presence.code': async (scene) => ({ ...oneOf(await running(scene)), query: {} }),
  'presence.scan': async (scene) => {
    const organiser = await scene.cast.as('central');
    const of = { ...oneOf(await running(scene)), query: {} };
    const { codes } = (await organiser.call(presenceRoutes.code, of)).reply;
    return { body: { code: codes[0]?.link ?? '', device: newId() } };
  },
  'presence.checkIn': (scene) => scanned(scene, 'in'),
  'presence.checkOut': (scene) => scanned(scene, 'out'),
  'presence.myCode': () => ({}),
  'presence.board': async (scene) => oneOf(await over(scene)),
  'presence.call': async (scene) => ({
    ...oneOf(await running(scene)),
    body: { point: 'in', personIds: [scene.cast.id('member')] },
  }),
  'presence.add': async (scene) => ({
    ...oneOf(await running(scene)),
    body: { personId: (await at(scene).member()).id, reason: '手机没电' },
  }),
  'presence.second': async (scene) => oneOf(await unseconded(scene)),
  'presence.tick': async (scene) => {
    const id = await over(scene);
    const { items } = await at(scene).board(id);
    return { ...oneOf(id), body: { attendanceIds: items.map((item) => item.id), counts: true } };
  },
};

const AWARDS: Readonly<Record<string, Make>> = {
  'awards.announce': async (scene) => oneOf(await over(scene)),
  'awards.notice': async (scene) => oneOf(await announced(scene)),
  'awards.object': async (scene) => ({ ...oneOf(await announced(scene)), body: { words: '时间不对' } }),
  'awards.objections': async (scene) => {
    const params = { id: await announced(scene) };
    const staff = await scene.cast.as('second');
    void (await staff.call(awardRoutes.object, { params, body: { words: '时间不对' } })).reply;
    return { params };
  },
  'awards.judge': async (scene) => oneOf(await objected(scene), { upheld: false, words: '核对过签到记录' }),
  'awards.settle': async (scene) => oneOf(await at(scene).due([await at(scene).member()])),
  'awards.askTakeBack': async (scene) => oneOf(await awarded(scene), { reason: '签错了人' }),
  'awards.takeBacks': async (scene) => {
    await asked(scene);
    return { query: {} };
  },
  'awards.decideTakeBack': async (scene) => oneOf(await asked(scene), { agreed: true }),
};

/** By row of the matrix. */
export const ACTIVITY_INPUTS: Readonly<Record<string, Make>> = {
  'activities.list': () => ({ query: {} }),
  'activities.list of all': () => ({ query: { list: 'all' } }),
  'activities.one': opened,
  'activities.one that is a draft': drafted,
  'activities.plan': async (scene) => ({ body: await at(scene).body() }),
  'activities.plan elsewhere': async (scene) => ({
    body: { ...(await at(scene).body()), communityId: scene.cast.place.farCommunityId },
  }),
  'activities.write': async (scene): Promise<LooseInput> => {
    const { id, version } = await at(scene).draft();
    return { ...oneOf(id), body: { ...(await at(scene).body()), version } };
  },
  'activities.publish': drafted,
  'activities.close': opened,
  'activities.cancel': async (scene) => ({ ...oneOf((await at(scene).open()).id), body: { reason: '下雨，改天再办' } }),
  'activities.signUp': opened,
  'activities.leave': async (scene) => oneOf(await signedUp(scene)),
  'activities.signUps': async (scene) => ({ ...oneOf(await signedUp(scene)), query: {} }),
  'activities.mine': async (scene) => {
    await signedUp(scene);
    await over(scene);
    return { query: {} };
  },
  'activities.myYear': () => ({ query: {} }),
  ...PRESENCE,
  ...AWARDS,
};
