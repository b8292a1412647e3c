/** The domains of the server, in the order in which they may import one another. */
import type { Type } from '@nestjs/common';
import { CardsModule } from './cards/cards.module';
import { DemoModule } from './demo/demo.module';
import { GridsModule } from './grids/grids.module';
import { IdentityModule } from './identity/identity.module';
import { MediaModule } from './media/media.module';
import { NoticesModule } from './notices/notices.module';
import { PointsModule } from './points/points.module';
import { RewardsModule } from './rewards/rewards.module';
import { TicketsModule } from './tickets/tickets.module';
import { ActivitiesModule } from './volunteering/activities.module';
import { VolunteeringModule } from './volunteering/volunteering.module';

/** Add a domain's module here, right of those it builds on. */
export const DOMAINS: readonly Type[] = [
  IdentityModule,
  MediaModule,
  GridsModule,
  CardsModule,
  PointsModule,
  TicketsModule,
  VolunteeringModule,
  ActivitiesModule,
  RewardsModule,
  NoticesModule,
  DemoModule,
];
