/** Answers the routes of printing cards. */
import { Controller, type StreamableFile } from '@nestjs/common';
import { printingRoutes } from '@sevengrid/shared/cards/printing.routes';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import type { Actor } from '../platform/http/actor';
import { answerFile } from '../platform/http/answer-file';
import { Input, Key, On, Who } from '../platform/http/on';
import { PrintingService } from './printing.service';
import { SheetsService } from './sheets.service';

type Routes = typeof printingRoutes;

@Controller()
export class PrintingController {
  constructor(
    private readonly printing: PrintingService,
    private readonly sheets: SheetsService,
  ) {}

  @On(printingRoutes.buildings)
  buildings(@Who() actor: Actor, @Input() input: InputOf<Routes['buildings']>): Promise<ReplyOf<Routes['buildings']>> {
    return this.printing.buildings(actor, input.query);
  }

  @On(printingRoutes.doors)
  doors(@Who() actor: Actor, @Input() input: InputOf<Routes['doors']>): Promise<ReplyOf<Routes['doors']>> {
    return this.printing.doors(actor, input.query);
  }

  @On(printingRoutes.make)
  make(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['make']>,
  ): Promise<ReplyOf<Routes['make']>> {
    return this.printing.make(actor, key, input.body);
  }

  @On(printingRoutes.batches)
  batches(@Who() actor: Actor, @Input() input: InputOf<Routes['batches']>): Promise<ReplyOf<Routes['batches']>> {
    return this.printing.list(actor, input.query);
  }

  @On(printingRoutes.batch)
  batch(@Who() actor: Actor, @Input() input: InputOf<Routes['batch']>): Promise<ReplyOf<Routes['batch']>> {
    return this.printing.one(actor, input.params.id);
  }

  @On(printingRoutes.batchDoors)
  batchDoors(
    @Who() actor: Actor,
    @Input() input: InputOf<Routes['batchDoors']>,
  ): Promise<ReplyOf<Routes['batchDoors']>> {
    return this.printing.doorsOf(actor, input.params.id, input.query);
  }

  @On(printingRoutes.sheet)
  async sheet(@Who() actor: Actor, @Input() input: InputOf<Routes['sheet']>): Promise<StreamableFile> {
    return answerFile(printingRoutes.sheet, await this.sheets.take(actor, input.params.id, input.query.part));
  }
}
