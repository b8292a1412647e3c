/** Answers the routes of retention. */
import { Controller } from '@nestjs/common';
import { retentionRoutes } from '@sevengrid/shared/identity/retention.routes';
import type { RetentionList } from '@sevengrid/shared/identity/retention.views';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { RetentionService } from './retention.service';

@Controller()
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @On(retentionRoutes.read)
  read(@Who() actor: Actor, @Input() { query }: InputOf<typeof retentionRoutes.read>): Promise<RetentionList> {
    return this.retention.read(actor, query);
  }

  @On(retentionRoutes.write)
  write(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<typeof retentionRoutes.write>,
  ): Promise<RetentionList> {
    return this.retention.write(actor, key, input.body);
  }
}
