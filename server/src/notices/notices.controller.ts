/** The inbox. */
import { Controller } from '@nestjs/common';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import type { NoticePage, UnreadView } from '@sevengrid/shared/notices/views';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { NoticesService } from './notices.service';

type Routes = typeof noticeRoutes;

@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @On(noticeRoutes.inbox)
  inbox(@Who() actor: Actor, @Input() input: InputOf<Routes['inbox']>): Promise<NoticePage> {
    return this.notices.inbox(actor, input.query);
  }

  @On(noticeRoutes.unread)
  unread(@Who() actor: Actor): Promise<UnreadView> {
    return this.notices.unread(actor);
  }

  @On(noticeRoutes.markRead)
  markRead(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['markRead']>): Promise<UnreadView> {
    return this.notices.markRead(actor, key, input.body);
  }
}
