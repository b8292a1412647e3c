/** What is said under a field that is wrong: what to do about it, not which rule it breaks. */
import { OpenTicket } from '@sevengrid/shared/tickets/requests';
import { AcceptTicket, ReassignTicket } from '@sevengrid/shared/tickets/moves.requests';
import type { RequestClass } from '@sevengrid/shared/kernel/route';
import { problemsIn } from '../src/api/check';
import { fieldFault } from '../src/use/use-form';

const said = (type: RequestClass, values: object, field: string): string | undefined => {
  const found = problemsIn(type, values).find((problem) => problem.field === `body.${field}`);
  return found && fieldFault(field, found.rules);
};

it.each<[string, RequestClass, object, string, string | undefined]>([
  ['nothing chosen yet', OpenTicket, { categoryId: '' }, 'categoryId', 'app.field.choose'],
  ['nobody chosen yet', ReassignTicket, {}, 'holderId', 'app.field.choose'],
  ['no grade chosen yet', AcceptTicket, {}, 'grade', 'app.field.choose'],
  ['nothing written', OpenTicket, { words: '' }, 'words', 'app.field.tooShort'],
  [
    'a phone that is none',
    OpenTicket,
    { requester: { name: '扎西', phone: '12' } },
    'requester.phone',
    'app.field.badPhone',
  ],
  ['nobody named', OpenTicket, { requester: { name: '' } }, 'requester.name', 'app.field.nameless'],
  ['nobody named whom it is about', OpenTicket, { beneficiary: {} }, 'beneficiary.name', 'app.field.nameless'],
  ['all is well', AcceptTicket, { grade: 'G1' }, 'grade', undefined],
])('%s', (_what, type, values, field, words) => {
  expect(said(type, values, field)).toBe(words);
});
