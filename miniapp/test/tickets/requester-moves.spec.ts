/** The requester is shown the requester's verbs and nothing else. */
import { requesterMoves } from '../../src/features/tickets/parts/requester-moves';

it('offers what the server allows, in the order people expect', () => {
  expect(requesterMoves({ mine: true, moves: ['withdraw', 'reopen', 'confirm', 'remark'] })).toEqual([
    'confirm',
    'reopen',
    'withdraw',
  ]);
});

it('leaves a verifier’s or a lead’s reopening to the page of staff’s verbs', () => {
  expect(requesterMoves({ mine: false, moves: ['reopen', 'verify'] })).toEqual([]);
});
