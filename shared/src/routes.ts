/** The table of all routes: it is the authorization matrix, the API document and the list the tests walk. */
import { printingRoutes } from './cards/printing.routes';
import { cardRoutes } from './cards/routes';
import { centralRoutes } from './grids/central-households.routes';
import { importRoutes } from './grids/imports.routes';
import { gridRoutes } from './grids/routes';
import { gridSetUpRoutes, stationSetUpRoutes } from './grids/set-up.routes';
import { retentionRoutes } from './identity/retention.routes';
import { identityRoutes } from './identity/routes';
import { accountRoutes, bodyRoutes, roleRoutes, scopeRoutes, setUpRoutes } from './identity/set-up.routes';
import type { Route } from './kernel/route';
import { mediaRoutes } from './media/routes';
import { noticeRoutes } from './notices/routes';
import { merchantRoutes } from './rewards/merchants.routes';
import { liabilityRoutes, offerRoutes } from './rewards/offers.routes';
import { pointRoutes } from './points/routes';
import { redemptionRoutes } from './rewards/redemptions.routes';
import { statementRoutes } from './rewards/statements.routes';
import { categoryRoutes } from './tickets/categories.routes';
import { coordinationRoutes } from './tickets/coordination.routes';
import { deadlineRoutes } from './tickets/deadlines.routes';
import { ticketRoutes } from './tickets/routes';
import { activityRoutes } from './volunteering/activities.routes';
import { memberRoutes } from './volunteering/members.routes';
import { serviceKindRoutes, volunteeringRuleRoutes } from './volunteering/standards.routes';
import { unitRoutes } from './volunteering/units.routes';
import { awardRoutes } from './volunteering/awards.routes';
import { presenceRoutes } from './volunteering/presence.routes';

export const ALL_ROUTES: readonly Route[] = [
  identityRoutes,
  retentionRoutes,
  mediaRoutes,
  gridRoutes,
  centralRoutes,
  importRoutes,
  cardRoutes,
  printingRoutes,
  pointRoutes,
  ticketRoutes,
  coordinationRoutes,
  deadlineRoutes,
  activityRoutes,
  presenceRoutes,
  awardRoutes,
  noticeRoutes,
  unitRoutes,
  memberRoutes,
  serviceKindRoutes,
  volunteeringRuleRoutes,
  setUpRoutes,
  scopeRoutes,
  accountRoutes,
  bodyRoutes,
  roleRoutes,
  gridSetUpRoutes,
  stationSetUpRoutes,
  categoryRoutes,
  merchantRoutes,
  offerRoutes,
  redemptionRoutes,
  statementRoutes,
  liabilityRoutes,
].flatMap((table) => Object.values<Route>(table));
