/** Grids: what a community's grids have, who works in them and who lives there. */
import { Global, Module } from '@nestjs/common';
import { BindingsService } from './bindings.service';
import { CardDoors } from './card-doors';
import { CentralHouseholds } from './central-households';
import { GridTeams } from './grid-teams';
import { GridsController } from './grids.controller';
import { GridsService } from './grids.service';
import { HouseholdsController } from './households.controller';
import { Households } from './households';
import { HouseholdsService } from './households.service';
import { LeavesService } from './leaves.service';
import { Residents } from './residents';

const SHARED = [GridTeams, Households, CardDoors, CentralHouseholds, GridsService, LeavesService, Residents];

@Global()
@Module({
  controllers: [GridsController, HouseholdsController],
  providers: [...SHARED, HouseholdsService, BindingsService],
  exports: SHARED,
})
export class GridsModule {}
