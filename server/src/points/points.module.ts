/** Points: the ledger, what shows it and what proves it. */
import { Global, Module } from '@nestjs/common';
import { Ledger } from './ledger';
import { PointCauses } from './point-causes';
import { SealPoints } from './seal-points';

@Global()
@Module({
  providers: [Ledger, PointCauses, SealPoints],
  exports: [Ledger, PointCauses],
})
export class PointsModule {}
