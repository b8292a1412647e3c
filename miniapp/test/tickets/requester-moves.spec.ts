/** The requester is shown the requester's verbs and nothing else, and none once it is too late for them. */
import { requesterMoves } from '../../src/features/tickets/parts/requester-moves';

const NOW = Date.parse('2026-11-23T04:00:00Z');
const open = { mine: true, reopenUntil: null };

it('offers what the server allows, in the order people expect', () => {
  expect(requesterMoves({ ...open, moves: ['withdraw', 'reopen', 'confirm', 'remark'] }, NOW)).toEqual([
    'confirm',
    'reopen',
    'withdraw',
  ]);
});

it('leaves a verifier’s or a lead’s reopening to the page of staff’s verbs', () => {
  expect(requesterMoves({ ...open, mine: false, moves: ['reopen', 'verify'] }, NOW)).toEqual([]);
});

it('offers nothing more once the thirty days are over', () => {
  const closed = { mine: true, moves: ['confirm'] as const, reopenUntil: '2026-10-26T01:49:00.000Z' };
  expect(requesterMoves({ ...closed, moves: [...closed.moves] }, NOW)).toEqual([]);
  expect(requesterMoves({ ...closed, moves: [...closed.moves] }, Date.parse('2026-10-26T01:00:00Z'))).toEqual([
    'confirm',
  ]);
});
