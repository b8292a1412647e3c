/** Activities: planned, signed up for, attended, confirmed and awarded. */
import { Global, Module } from '@nestjs/common';
import { Activities } from './activities';
import { ActivitiesController } from './activities.controller';
import { ActivityQueries } from './activities.queries';
import { ActivitiesService } from './activities.service';
import { ActivityEngine } from './activity-engine';
import { ActivityReach } from './activity-reach';
import { ActivityViews } from './activity-views';
import { Attendances } from './attendances';
import { MoveActivities } from './move-activities';
import { SignUps } from './sign-ups';
import { SignUpsService } from './sign-ups.service';

const ROWS = [Activities, Attendances, SignUps];
const PLANNING = [ActivitiesService, ActivityEngine, ActivityQueries, ActivityReach, ActivityViews, SignUpsService];

@Global()
@Module({ controllers: [ActivitiesController], providers: [...ROWS, ...PLANNING, MoveActivities] })
export class ActivitiesModule {}
