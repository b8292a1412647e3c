/** Tickets: one case engine, its flow as data, and the doors to it. */
import { Global, Module } from '@nestjs/common';
import { CardLimit } from './card-limit';
import { CaseEngine } from './case-engine';
import { Categories } from './categories';
import { DeadlinePolicies } from './deadline-policies';
import { FilingService } from './filing.service';
import { FollowCodes } from './follow-code';
import { FollowTries } from './follow-tries';
import { FollowingService } from './following.service';
import { HandingOverService } from './handing-over.service';
import { MovesController } from './moves.controller';
import { Parties } from './parties';
import { PlaceOfFiling } from './place-of-filing';
import { TicketAudits } from './ticket-audits';
import { TicketQueries } from './tickets.queries';
import { TicketsController } from './tickets.controller';
import { TicketsService } from './tickets.service';
import { TicketViews } from './tickets.views';
import { TimelineViews } from './timeline.views';
import { WhoMay } from './who-may';
import { WhoSees } from './who-sees';

@Global()
@Module({
  controllers: [TicketsController, MovesController],
  providers: [
    CaseEngine,
    CardLimit,
    Categories,
    DeadlinePolicies,
    FilingService,
    FollowCodes,
    FollowTries,
    FollowingService,
    HandingOverService,
    Parties,
    PlaceOfFiling,
    TicketAudits,
    TicketQueries,
    TicketsService,
    TicketViews,
    TimelineViews,
    WhoMay,
    WhoSees,
  ],
  exports: [Categories, DeadlinePolicies, Parties, WhoMay, WhoSees],
})
export class TicketsModule {}
