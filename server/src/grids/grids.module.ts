/** Grids: what a community's grids have, who works in them and who lives there. */
import { Global, Module } from '@nestjs/common';
import { ApplyImports } from './apply-imports';
import { BindingsService } from './bindings.service';
import { CardDoors } from './card-doors';
import { CentralHouseholds } from './central-households';
import { ForgetImports } from './forget-imports';
import { GridTeams } from './grid-teams';
import { GridsController } from './grids.controller';
import { GridsService } from './grids.service';
import { HouseholdsController } from './households.controller';
import { Households } from './households';
import { HouseholdsService } from './households.service';
import { ImportRecords } from './import-records';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { LeavesService } from './leaves.service';
import { ReadImports } from './read-imports';
import { RegisterFilesService } from './register-files.service';
import { RegisterKeepers } from './register-keepers';
import { RegisterUses } from './register-uses';
import { Residents } from './residents';
import { UndoImports } from './undo-imports';
import { WorkOnImports } from './work-on-imports';

const SHARED = [
  GridTeams,
  Households,
  CardDoors,
  CentralHouseholds,
  GridsService,
  LeavesService,
  RegisterUses,
  Residents,
];

const IMPORTS = [
  ApplyImports,
  ForgetImports,
  ImportRecords,
  ImportsService,
  ReadImports,
  RegisterFilesService,
  RegisterKeepers,
  UndoImports,
  WorkOnImports,
];

@Global()
@Module({
  controllers: [GridsController, HouseholdsController, ImportsController],
  providers: [...SHARED, ...IMPORTS, HouseholdsService, BindingsService],
  exports: SHARED,
})
export class GridsModule {}
