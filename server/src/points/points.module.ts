/** Points: the ledger, what shows it and what proves it. */
import { Global, Module } from '@nestjs/common';
import { AdjustmentsService } from './adjustments.service';
import { AuditLedger } from './audit-ledger';
import { EndOverdueLots } from './end-overdue-lots';
import { Ledger } from './ledger';
import { LedgerAudits } from './ledger-audits';
import { PointCauses } from './point-causes';
import { PointsController } from './points.controller';
import { PointsService } from './points.service';
import { SealPoints } from './seal-points';
import { UsesOfPoints } from './uses-of-points';

@Global()
@Module({
  controllers: [PointsController],
  providers: [
    ...[Ledger, PointCauses, EndOverdueLots, PointsService, AdjustmentsService],
    ...[AuditLedger, LedgerAudits, SealPoints, UsesOfPoints],
  ],
  exports: [Ledger, LedgerAudits, PointCauses],
})
export class PointsModule {}
