/** Grids: what a community's grids have, who works in them and who lives there. */
import { Global, Module } from '@nestjs/common';
import { ApplyImports } from './apply-imports';
import { ApplyPeople } from './apply-people';
import { BindingsService } from './bindings.service';
import { ForgetBindings } from './forget-bindings';
import { CardDoors } from './card-doors';
import { CentralHouseholdsController } from './central-households.controller';
import { CentralHouseholds } from './central-households';
import { CentralPairsService } from './central-pairs.service';
import { CentralRolesService } from './central-roles.service';
import { CheckGrids } from './check-grids';
import { ForgetImports } from './forget-imports';
import { GridSetUpController } from './grid-set-up.controller';
import { GridSetUpService } from './grid-set-up.service';
import { GridTeams } from './grid-teams';
import { GridsController } from './grids.controller';
import { GridsService } from './grids.service';
import { HouseholdsController } from './households.controller';
import { Households } from './households';
import { HouseholdsService } from './households.service';
import { ImportPasswordsService } from './import-passwords.service';
import { ImportRecords } from './import-records';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { LeavesService } from './leaves.service';
import { ReadImports } from './read-imports';
import { RegisterFilesService } from './register-files.service';
import { RegisterKeepers } from './register-keepers';
import { RegisterUses } from './register-uses';
import { Residents } from './residents';
import { StationsService } from './stations.service';
import { TeamsService } from './teams.service';
import { UndoImports } from './undo-imports';
import { UndoPeople } from './undo-people';
import { UnitSheets } from './unit-sheets';
import { UsesOfAccounts } from './uses-of-accounts';
import { WorkOnImports } from './work-on-imports';

const SHARED = [
  GridTeams,
  Households,
  CardDoors,
  CentralHouseholds,
  GridsService,
  LeavesService,
  RegisterKeepers,
  RegisterUses,
  Residents,
  UnitSheets,
];

const IMPORTS = [
  ApplyImports,
  ApplyPeople,
  ForgetImports,
  ImportPasswordsService,
  ImportRecords,
  ImportsService,
  ReadImports,
  RegisterFilesService,
  UndoImports,
  UndoPeople,
  UsesOfAccounts,
  WorkOnImports,
];

const CENTRAL = [CentralPairsService, CentralRolesService];

const SET_UP = [CheckGrids, GridSetUpService, StationsService, TeamsService];

@Global()
@Module({
  controllers: [
    GridsController,
    HouseholdsController,
    CentralHouseholdsController,
    ImportsController,
    GridSetUpController,
  ],
  providers: [...SHARED, ...IMPORTS, ...SET_UP, ...CENTRAL, HouseholdsService, BindingsService, ForgetBindings],
  exports: SHARED,
})
export class GridsModule {}
