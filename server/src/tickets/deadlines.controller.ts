/** The doors to the community's own rules: deadlines and the working calendar. */
import { Controller } from '@nestjs/common';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import type { CalendarView, DeadlinesView } from '@sevengrid/shared/tickets/deadlines.views';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { DeadlinesService } from './deadlines.service';

type Routes = typeof deadlineRoutes;

@Controller()
export class DeadlinesController {
  constructor(private readonly deadlines: DeadlinesService) {}

  @On(deadlineRoutes.read)
  read(@Who() actor: Actor, @Input() { query }: InputOf<Routes['read']>): Promise<DeadlinesView> {
    return this.deadlines.read(actor, query);
  }

  @On(deadlineRoutes.write)
  write(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['write']>): Promise<DeadlinesView> {
    return this.deadlines.write(actor, key, input.body);
  }

  @On(deadlineRoutes.calendar)
  calendar(@Who() actor: Actor, @Input() { query }: InputOf<Routes['calendar']>): Promise<CalendarView> {
    return this.deadlines.calendar(actor, query);
  }

  @On(deadlineRoutes.writeHours)
  hours(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['writeHours']>): Promise<CalendarView> {
    return this.deadlines.writeHours(actor, key, input.body);
  }

  @On(deadlineRoutes.writeDays)
  days(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['writeDays']>): Promise<CalendarView> {
    return this.deadlines.writeDays(actor, key, input.body);
  }
}
