/** Tickets: one case engine, its flow as data, and the doors to it. */
import { Global, Module } from '@nestjs/common';
import { Candidates } from './candidates';
import { CardLimit } from './card-limit';
import { CaseEngine } from './case-engine';
import { Categories } from './categories';
import { CategoriesController } from './categories.controller';
import { CategoriesService } from './categories.service';
import { CheckRules } from './check-rules';
import { CoordinationController } from './coordination.controller';
import { CoordinationService } from './coordination.service';
import { CoordinationViews } from './coordination.views';
import { DeadlinePolicies } from './deadline-policies';
import { DeadlinesController } from './deadlines.controller';
import { DeadlinesService } from './deadlines.service';
import { FilingService } from './filing.service';
import { FollowCodes } from './follow-code';
import { FollowTries } from './follow-tries';
import { ForgetClosedTickets } from './forget-closed-tickets';
import { FollowingService } from './following.service';
import { GuestsOfTickets } from './guests-of-tickets';
import { HandOverService } from './hand-over.service';
import { HandingOverService } from './handing-over.service';
import { MovesController } from './moves.controller';
import { Parties } from './parties';
import { PlaceOfFiling } from './place-of-filing';
import { ProjectAnew } from './project-anew';
import { QueueBranches } from './queue-branches';
import { References } from './references';
import { ReachOfRules } from './reach-of-rules';
import { RedateTickets } from './redate-tickets';
import { TicketAudits } from './ticket-audits';
import { TicketQueries } from './tickets.queries';
import { TicketViews } from './tickets.views';
import { TicketsController } from './tickets.controller';
import { TicketsService } from './tickets.service';
import { Successors } from './successors';
import { Tiers } from './tiers';
import { UsesOfRegister } from './uses-of-register';
import { UsesOfTickets } from './uses-of-tickets';
import { WakeTickets } from './wake-tickets';
import { GiveTicketsToResidentWhoIsKnown } from './give-tickets-to-resident-who-is-known';
import { WhoMay } from './who-may';
import { WhoMayTakeOver } from './who-may-take-over';
import { WhoSees } from './who-sees';
import { WorkingCalendars } from './working-calendars';

@Global()
@Module({
  controllers: [TicketsController, MovesController, CategoriesController, CoordinationController, DeadlinesController],
  providers: [
    Candidates,
    CardLimit,
    CaseEngine,
    Categories,
    CategoriesService,
    CheckRules,
    CoordinationService,
    CoordinationViews,
    DeadlinePolicies,
    DeadlinesService,
    FilingService,
    FollowCodes,
    FollowTries,
    FollowingService,
    ForgetClosedTickets,
    GuestsOfTickets,
    HandOverService,
    HandingOverService,
    Parties,
    PlaceOfFiling,
    ProjectAnew,
    QueueBranches,
    ReachOfRules,
    RedateTickets,
    References,
    TicketAudits,
    TicketQueries,
    TicketViews,
    TicketsService,
    Successors,
    Tiers,
    UsesOfRegister,
    UsesOfTickets,
    WakeTickets,
    GiveTicketsToResidentWhoIsKnown,
    WhoMay,
    WhoMayTakeOver,
    WhoSees,
    WorkingCalendars,
  ],
  exports: [Candidates, Categories, DeadlinePolicies, Parties, Tiers, WhoMay, WhoSees, WorkingCalendars],
})
export class TicketsModule {}
