/** Notices: the inbox, and the rules that say what tells whom of what. */
import { Global, Module } from '@nestjs/common';
import { NoticeBook } from './notice-book';
import { NoticesController } from './notices.controller';
import { NoticesService } from './notices.service';
import { NoticeViews } from './notices.views';
import { TellHolderWhenTicketEnds } from './tell-holder-when-ticket-ends';
import { TellHolderWhenTicketIsAssigned } from './tell-holder-when-ticket-is-assigned';
import { TellPersonWhenBindingIsDecided } from './tell-person-when-binding-is-decided';
import { TellRequesterWhenTicketMoves } from './tell-requester-when-ticket-moves';
import { TellTeamWhenTicketIsOpened } from './tell-team-when-ticket-is-opened';
import { TellTierAboveWhenTicketReopens } from './tell-tier-above-when-ticket-reopens';
import { TellVerifiersWhenTicketIsResolved } from './tell-verifiers-when-ticket-is-resolved';
import { TellWorkerWhenBindingIsAsked } from './tell-worker-when-binding-is-asked';
import { SettleNoticesWhenPartnerAnswers } from './settle-notices-when-partner-answers';
import { TellHolderWhenRequesterAnswers } from './tell-holder-when-requester-answers';
import { TellHoldersWhenTimeRuns } from './tell-holders-when-time-runs';
import { TellPartnerWhenItIsAsked } from './tell-partner-when-it-is-asked';
import { TellStaffWhenPartnerAnswers } from './tell-staff-when-partner-answers';
import { TellTierWhenTicketRises } from './tell-tier-when-ticket-rises';
import { TicketNews } from './ticket-news';
import { UsesOfInboxes } from './uses-of-inboxes';

@Global()
@Module({
  controllers: [NoticesController],
  providers: [
    NoticeBook,
    NoticesService,
    NoticeViews,
    TellHolderWhenTicketEnds,
    TellHolderWhenTicketIsAssigned,
    TellPersonWhenBindingIsDecided,
    TellRequesterWhenTicketMoves,
    TellTeamWhenTicketIsOpened,
    TellTierAboveWhenTicketReopens,
    TellVerifiersWhenTicketIsResolved,
    TellWorkerWhenBindingIsAsked,
    SettleNoticesWhenPartnerAnswers,
    TellHolderWhenRequesterAnswers,
    TellHoldersWhenTimeRuns,
    TellPartnerWhenItIsAsked,
    TellStaffWhenPartnerAnswers,
    TellTierWhenTicketRises,
    TicketNews,
    UsesOfInboxes,
  ],
})
export class NoticesModule {}
