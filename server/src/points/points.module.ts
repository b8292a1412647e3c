/** Points: the ledger, what shows it and what proves it. */
import { Global, Module } from '@nestjs/common';
import { Ledger } from './ledger';
import { LedgerAudits } from './ledger-audits';
import { PointCauses } from './point-causes';
import { SealPoints } from './seal-points';

@Global()
@Module({
  providers: [Ledger, LedgerAudits, PointCauses, SealPoints],
  exports: [Ledger, LedgerAudits, PointCauses],
})
export class PointsModule {}
