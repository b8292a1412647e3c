/** Routes of points: one's own, a member's, a community's sum, and corrections by two people. */
import { IdParams } from '../kernel/fields';
import { reply, routes } from '../kernel/route';
import { AdjustmentQuery, AskAdjustment, DecideAdjustment, PointTotalsQuery, PointsQuery } from './requests';
import type { AdjustmentPage, AdjustmentView, PersonPointsView, PointTotals, PointsView } from './views';

export const pointRoutes = routes('points', {
  mine: {
    method: 'GET',
    path: '/me/points',
    permission: 'person',
    summary: 'My points: balance, held, available, and every entry with its reason.',
    query: PointsQuery,
    status: 200,
    reply: reply<PointsView>('PointsView'),
    faults: [],
  },
  ofMember: {
    method: 'GET',
    path: '/members/:id/points',
    permission: 'points.read',
    summary: 'The points of a person of the community, as they see them; the look is on record.',
    params: IdParams,
    query: PointsQuery,
    status: 200,
    reply: reply<PersonPointsView>('PersonPointsView'),
    faults: [],
  },
  totals: {
    method: 'GET',
    path: '/points/totals',
    permission: 'points.read',
    summary:
      'What the community issued, and where it is: issued − takenBack − captured − expired + owed = outstanding.',
    query: PointTotalsQuery,
    status: 200,
    reply: reply<PointTotals>('PointTotals'),
    faults: [],
  },
  adjustments: {
    method: 'GET',
    path: '/points/adjustments',
    permission: 'points.read',
    summary: 'Corrections of points, newest first.',
    query: AdjustmentQuery,
    status: 200,
    reply: reply<AdjustmentPage>('AdjustmentPage'),
    faults: [],
  },
  askAdjustment: {
    method: 'POST',
    path: '/points/adjustments',
    permission: 'points.adjust',
    summary: 'Ask for a correction of somebody’s points; somebody else decides.',
    body: AskAdjustment,
    status: 201,
    reply: reply<AdjustmentView>('AdjustmentView'),
    faults: ['POINTS_OF_ONESELF'],
  },
  decideAdjustment: {
    method: 'POST',
    path: '/points/adjustments/:id/decision',
    permission: 'points.adjust',
    summary: 'Grant or refuse a correction that somebody else asked for.',
    params: IdParams,
    body: DecideAdjustment,
    status: 200,
    reply: reply<AdjustmentView>('AdjustmentView'),
    faults: ['POINTS_OF_ONESELF', 'POINTS_NOT_ENOUGH', 'ADJUSTMENT_NEEDS_ANOTHER', 'ADJUSTMENT_ALREADY_DECIDED'],
  },
});
