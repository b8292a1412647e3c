/** Valid inputs for the routes of activities, each with an activity of its own in the stage that the route wants. */
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { LooseInput } from '../actors/caller';
import { AtActivities, oneOf } from '../volunteering/at-activities';
import type { Make, Scene } from './inputs';

const at = ({ cast }: Scene): AtActivities => new AtActivities(cast);

const drafted: Make = async (scene) => oneOf((await at(scene).draft()).id);
const opened: Make = async (scene) => oneOf((await at(scene).open()).id);

/** The member of the matrix has a place. */
async function signedUp(scene: Scene): Promise<string> {
  const { id } = await at(scene).open();
  void (await (await scene.cast.as('member')).call(activityRoutes.signUp, oneOf(id))).reply;
  return id;
}

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
    await at(scene).attended(await signedUp(scene), scene.cast.id('member'));
    return { query: {} };
  },
  'activities.myYear': () => ({ query: {} }),
};
