/** Rewards: merchants and what they signed, offers, redemptions at the counter, statements. */
import { Module } from '@nestjs/common';
import { AgreementsService } from './agreements.service';
import { Keeping } from './keeping';
import { MerchantsController } from './merchants.controller';
import { MerchantsService } from './merchants.service';
import { OffersController } from './offers.controller';
import { OffersService } from './offers.service';

@Module({
  controllers: [MerchantsController, OffersController],
  providers: [Keeping, MerchantsService, AgreementsService, OffersService],
})
export class RewardsModule {}
