/** Valid inputs for the routes of points, on the member of the place. */
import type { AskAdjustment } from '@sevengrid/shared/points/requests';
import { pointRoutes } from '@sevengrid/shared/points/routes';
import type { LooseInput } from '../actors/caller';
import type { Make, Scene } from './inputs';

const asking = (personId: string, more: Partial<AskAdjustment> = {}): AskAdjustment => ({
  personId,
  points: 2,
  reason: '上月活动漏记了',
  ...more,
});

/** Asked for by one of the staff who is nobody of the table, or about whoever then decides. */
async function asked({ cast }: Scene, personId = cast.id('member')): Promise<LooseInput> {
  const second = await cast.as('second');
  const { id } = (await second.call(pointRoutes.askAdjustment, { body: asking(personId) })).reply;
  return { params: { id }, body: { granted: true } };
}

const known = ({ cast, who }: Scene): string => (cast.people.has(who) ? cast.id(who) : cast.id('member'));
const far = ({ cast }: Scene): { communityId: string } => ({ communityId: cast.place.farCommunityId });

/** By row of the matrix. */
export const POINTS: Readonly<Record<string, Make>> = {
  'points.mine': () => ({ query: {} }),
  'points.ofMember': ({ cast }) => ({ params: { id: cast.id('member') }, query: {} }),
  'points.ofMember elsewhere': ({ cast }) => ({ params: { id: cast.id('farAdmin') }, query: {} }),
  'points.totals': () => ({ query: {} }),
  'points.totals elsewhere': (scene) => ({ query: far(scene) }),
  'points.adjustments': async (scene) => {
    await asked(scene);
    return { query: {} };
  },
  'points.adjustments elsewhere': (scene) => ({ query: far(scene) }),
  'points.askAdjustment': ({ cast }) => ({ body: asking(cast.id('member')) }),
  'points.askAdjustment of oneself': (scene) => ({ body: asking(known(scene)) }),
  'points.askAdjustment elsewhere': (scene) => ({ body: asking(scene.cast.id('farAdmin'), far(scene)) }),
  'points.decideAdjustment': (scene) => asked(scene),
  'points.decideAdjustment of own': (scene) =>
    asked(scene, ['staff', 'lead'].includes(scene.who) ? known(scene) : undefined),
};
