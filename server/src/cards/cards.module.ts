/** Cards: the household's contact card, from its issue to its end. */
import { Global, Module } from '@nestjs/common';
import { CardDesk } from './card-desk';
import { CardLimits } from './card-limits';
import { Cards } from './cards';
import { CardsController } from './cards.controller';
import { CardsService } from './cards.service';
import { CheckCards } from './check-cards';
import { ForgetEndedCards } from './forget-ended-cards';
import { IssueCardsOfBatches } from './issue-cards-of-batches';
import { PrintingController } from './printing.controller';
import { PrintingService } from './printing.service';
import { ScansService } from './scans.service';
import { SheetsService } from './sheets.service';

@Global()
@Module({
  controllers: [CardsController, PrintingController],
  providers: [
    Cards,
    CardDesk,
    CardLimits,
    CardsService,
    CheckCards,
    ScansService,
    PrintingService,
    SheetsService,
    IssueCardsOfBatches,
    ForgetEndedCards,
  ],
  exports: [Cards, CardDesk, CardLimits],
})
export class CardsModule {}
