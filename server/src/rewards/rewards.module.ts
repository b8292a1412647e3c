/** Rewards: merchants and what they signed, offers, redemptions at the counter, statements. */
import { Module } from '@nestjs/common';
import { AgreementsService } from './agreements.service';
import { CodeTries } from './code-tries';
import { Codes } from './codes';
import { CounterService } from './counter.service';
import { DrawUpStatements } from './draw-up-statements';
import { ExpireRedemptions } from './expire-redemptions';
import { Keeping } from './keeping';
import { LiabilityService } from './liability.service';
import { MerchantsController } from './merchants.controller';
import { MerchantsOfCommunities } from './merchants-of-communities';
import { MerchantsService } from './merchants.service';
import { OffersController } from './offers.controller';
import { OffersService } from './offers.service';
import { RewardAudits } from './reward-audits';
import { RedeemingService } from './redeeming.service';
import { RedemptionsController } from './redemptions.controller';
import { RedemptionViews } from './redemptions.views';
import { StatementsController } from './statements.controller';
import { StatementsService } from './statements.service';

@Module({
  controllers: [MerchantsController, OffersController, RedemptionsController, StatementsController],
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
    LiabilityService,
    StatementsService,
    DrawUpStatements,
    RewardAudits,
  ],
})
export class RewardsModule {}
