/** Every fault of every domain in one table. */
import { CARD_FAULTS } from './cards/faults';
import { GRID_FAULTS } from './grids/faults';
import { IMPORT_FAULTS } from './grids/imports.faults';
import { IDENTITY_FAULTS } from './identity/faults';
import { SET_UP_FAULTS } from './identity/set-up.faults';
import { KERNEL_FAULTS } from './kernel/faults';
import { MEDIA_FAULTS } from './media/faults';
import { NOTICE_FAULTS } from './notices/faults';
import { POINT_FAULTS } from './points/faults';
import { REWARD_FAULTS } from './rewards/faults';
import { TICKET_FAULTS } from './tickets/faults';
import { ACTIVITY_FAULTS } from './volunteering/activities.faults';
import { UNIT_FAULTS } from './volunteering/units.faults';

export const FAULTS = {
  ...KERNEL_FAULTS,
  ...IDENTITY_FAULTS,
  ...MEDIA_FAULTS,
  ...SET_UP_FAULTS,
  ...GRID_FAULTS,
  ...IMPORT_FAULTS,
  ...CARD_FAULTS,
  ...POINT_FAULTS,
  ...TICKET_FAULTS,
  ...ACTIVITY_FAULTS,
  ...REWARD_FAULTS,
  ...UNIT_FAULTS,
  ...NOTICE_FAULTS,
};

export type FaultCode = keyof typeof FAULTS;
