/** Volunteering: work units and their members, kinds of service, and the rules by which it is counted. */
import { Global, Module } from '@nestjs/common';
import { JoiningService } from './joining.service';
import { MemberLists } from './member-lists';
import { MemberRows } from './member-rows';
import { MembersController } from './members.controller';
import { MembersService } from './members.service';
import { Memberships } from './memberships';
import { OwnUnitsService } from './own-units.service';
import { Rules } from './rules';
import { ServiceKinds } from './service-kinds';
import { StandardsController } from './standards.controller';
import { StandardsService } from './standards.service';
import { UnitFigures } from './unit-figures';
import { UnitRows } from './unit-rows';
import { Units } from './units';
import { UnitImports } from './unit-imports';
import { UnitsController } from './units.controller';
import { UnitsService } from './units.service';

const SHARED = [Memberships, Rules, ServiceKinds, Units];

const KEPT = [
  JoiningService,
  MemberLists,
  MemberRows,
  MembersService,
  OwnUnitsService,
  StandardsService,
  UnitFigures,
  UnitImports,
  UnitRows,
  UnitsService,
];

@Global()
@Module({
  controllers: [MembersController, StandardsController, UnitsController],
  providers: [...SHARED, ...KEPT],
  exports: SHARED,
})
export class VolunteeringModule {}
