/** Rewards: merchants and what they signed, offers, redemptions at the counter, statements. */
import { Module } from '@nestjs/common';
import { AgreementsService } from './agreements.service';
import { CodeTries } from './code-tries';
import { Codes } from './codes';
import { CounterService } from './counter.service';
import { ExpireRedemptions } from './expire-redemptions';
import { Keeping } from './keeping';
import { MerchantsController } from './merchants.controller';
import { MerchantsOfCommunities } from './merchants-of-communities';
import { MerchantsService } from './merchants.service';
import { OffersController } from './offers.controller';
import { OffersService } from './offers.service';
import { RedeemingService } from './redeeming.service';
import { RedemptionsController } from './redemptions.controller';
import { RedemptionViews } from './redemptions.views';

@Module({
  controllers: [MerchantsController, OffersController, RedemptionsController],
  providers: [
    Keeping,
    MerchantsOfCommunities,
    MerchantsService,
    AgreementsService,
    OffersService,
    Codes,
    CodeTries,
    RedemptionViews,
    RedeemingService,
    CounterService,
    ExpireRedemptions,
  ],
})
export class RewardsModule {}
