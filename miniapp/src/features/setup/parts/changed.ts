/** What is old after anything was set up: pages that show it ask again. */
import { gridSetUpRoutes, stationSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import {
  accountRoutes,
  bodyRoutes,
  roleRoutes,
  scopeRoutes,
  setUpRoutes,
} from '@sevengrid/shared/identity/set-up.routes';
import { retentionRoutes } from '@sevengrid/shared/identity/retention.routes';
import type { Route } from '@sevengrid/shared/kernel/route';
import { categoryRoutes } from '@sevengrid/shared/tickets/categories.routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';

export const CHANGED_BY_SET_UP: readonly Route[] = [
  setUpRoutes.checklist,
  scopeRoutes.tree,
  accountRoutes.page,
  accountRoutes.one,
  bodyRoutes.list,
  roleRoutes.list,
  gridSetUpRoutes.list,
  stationSetUpRoutes.list,
  categoryRoutes.list,
  retentionRoutes.read,
  gridRoutes.grids,
  gridRoutes.stations,
  identityRoutes.me,
  identityRoutes.scopes,
  ticketRoutes.categories,
];
