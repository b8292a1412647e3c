/** What is old after a unit or a member was changed: pages that show it ask again. */
import type { Route } from '@sevengrid/shared/kernel/route';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';

export const CHANGED_BY_UNITS: readonly Route[] = [
  unitRoutes.list,
  unitRoutes.one,
  unitRoutes.own,
  unitRoutes.choices,
  memberRoutes.list,
  memberRoutes.requests,
];
