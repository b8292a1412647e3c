/** Routes of printing: which doors lack a card, cards for many doors at once, and their sheets as PDF. */
import { IdParams } from '../kernel/fields';
import { PageQuery } from '../kernel/page';
import { file, reply, routes } from '../kernel/route';
import { BatchQuery, BuildingQuery, CardDoorQuery, MakeBatch, SheetQuery } from './printing.requests';
import type { BatchDoorPage, CardBatchPage, CardBatchView, CardBuildingList, CardDoorPage } from './printing.views';

export const printingRoutes = routes('printing', {
  buildings: {
    method: 'GET',
    path: '/cards/buildings',
    permission: 'card.print',
    summary: 'The buildings of a grid, with how many doors lack a card or a printed one.',
    query: BuildingQuery,
    status: 200,
    reply: reply<CardBuildingList>('CardBuildingList'),
    faults: [],
  },
  doors: {
    method: 'GET',
    path: '/cards/doors',
    permission: 'card.print',
    summary: 'The doors of a grid or building, each with its card in use.',
    query: CardDoorQuery,
    status: 200,
    reply: reply<CardDoorPage>('CardDoorPage'),
    faults: [],
  },
  make: {
    method: 'POST',
    path: '/cards/batches',
    permission: 'card.print',
    summary:
      'Issue cards for many doors, or gather those there are, for printing; goes on by itself. On the audit log.',
    body: MakeBatch,
    status: 201,
    reply: reply<CardBatchView>('CardBatchView'),
    faults: ['BATCH_EMPTY'],
  },
  batches: {
    method: 'GET',
    path: '/cards/batches',
    permission: 'card.print',
    summary: 'Batches of cards, newest first.',
    query: BatchQuery,
    status: 200,
    reply: reply<CardBatchPage>('CardBatchPage'),
    faults: [],
  },
  batch: {
    method: 'GET',
    path: '/cards/batches/:id',
    permission: 'card.print',
    summary: 'How far a batch is.',
    params: IdParams,
    status: 200,
    reply: reply<CardBatchView>('CardBatchView'),
    faults: [],
  },
  batchDoors: {
    method: 'GET',
    path: '/cards/batches/:id/doors',
    permission: 'card.print',
    summary: 'What became of each door of a batch, in the order of the sheets.',
    params: IdParams,
    query: PageQuery,
    status: 200,
    reply: reply<BatchDoorPage>('BatchDoorPage'),
    faults: [],
  },
  sheet: {
    method: 'GET',
    path: '/cards/batches/:id/sheets',
    permission: 'card.print',
    summary: 'A part of a batch as sheets of A4, eight cards each. Every time it is taken is on the audit log.',
    params: IdParams,
    query: SheetQuery,
    status: 200,
    reply: file(['application/pdf'], 'attachment'),
    faults: ['BATCH_EMPTY', 'BATCH_NOT_READY'],
  },
});
