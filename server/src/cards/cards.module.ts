/** Cards: the household's contact card, from its issue to its end. */
import { Global, Module } from '@nestjs/common';
import { CardDesk } from './card-desk';
import { CardLimits } from './card-limits';
import { Cards } from './cards';
import { CardsController } from './cards.controller';
import { CardsService } from './cards.service';
import { CheckCards } from './check-cards';
import { ScansService } from './scans.service';

@Global()
@Module({
  controllers: [CardsController],
  providers: [Cards, CardDesk, CardLimits, CardsService, CheckCards, ScansService],
  exports: [Cards, CardDesk, CardLimits],
})
export class CardsModule {}
