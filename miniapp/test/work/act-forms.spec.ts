/** Every action that staff may take has a form, and the form asks for exactly what the action's request class takes. */
import { getMetadataStorage } from 'class-validator';
import { ACTIONS } from '@sevengrid/shared/tickets/flows';
import { problemsIn } from '../../src/api/check';
import {
  ACT_FORMS,
  bodyOf,
  formOf,
  isStaffAction,
  staffActionsOfFlow,
  verbsOf,
  type ActValues,
  type StaffAction,
} from '../../src/features/tickets/parts/act-forms';
import { isTextKey } from '../../src/platform/translate';
import '../../src/texts/apart/steps';

const fieldsOf = (request: new () => object): string[] => [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(request, '', true, false)
      .map(({ propertyName }) => propertyName),
  ),
];

const actions = Object.keys(ACT_FORMS) as StaffAction[];

const FILLED: ActValues = {
  grade: 'G2',
  outcome: 'solved',
  finding: 'solved',
  how: 'call',
  reason: 'outside_area',
  words: '  看过了  ',
  place: '3 栋楼下',
  satisfied: 'yes',
  holderId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  verifierId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  organisationId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  requestId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  days: '3',
  shown: true,
  onSite: true,
  withContact: false,
  photoIds: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'],
};

/** The ways of a survey are other ones than those of a contact. */
const filledFor = (action: StaffAction): ActValues => (action === 'rate' ? { ...FILLED, how: 'paper' } : FILLED);

describe('forms of the actions', () => {
  test('every action of the flow that staff may take has one, and no other has', () => {
    expect([...actions].sort()).toEqual(staffActionsOfFlow().sort());
  });

  test.each(actions)('%s asks for exactly the fields of its request class', (action) => {
    const form = formOf(action);
    expect(form.fields.map(({ name }) => name).sort()).toEqual(fieldsOf(form.request).sort());
    expect(form.route.name).toBe(`tickets.${action}`);
    expect(form.route.body).toBe(form.request);
  });

  test.each(actions)('%s, filled in, is what the server accepts, and blank it is not', (action) => {
    const form = formOf(action);
    expect(problemsIn(form.request, bodyOf(form, filledFor(action)))).toEqual([]);
    const demandsMore = Object.keys(form.blank).length < form.fields.filter((field) => !('optional' in field)).length;
    expect(problemsIn(form.request, bodyOf(form, form.blank)).length > 0).toBe(demandsMore);
  });

  test.each(actions)('%s marks as optional what its class lets out', (action) => {
    const form = formOf(action);
    for (const field of form.fields) {
      const body = bodyOf(form, { ...filledFor(action), [field.name]: undefined });
      expect(problemsIn(form.request, body).length === 0).toBe('optional' in field);
    }
  });

  test.each(['answer', 'reopen'] as const)('%s may be said by voice in place of words', (action) => {
    const form = formOf(action);
    const voiceId = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    expect(problemsIn(form.request, bodyOf(form, { voiceId, words: '  ' }))).toEqual([]);
    expect(bodyOf(form, { voiceId, photoIds: [] })).toEqual({ voiceId });
  });

  test.each(actions)('%s lets in no more characters than its class', (action) => {
    const form = formOf(action);
    for (const field of form.fields) {
      if (!('max' in field)) continue;
      const of = (n: number): number =>
        problemsIn(form.request, bodyOf(form, { ...filledFor(action), [field.name]: '好'.repeat(n) })).length;
      expect([of(field.max), of(field.max + 1)]).toEqual([0, 1]);
    }
  });

  test.each(actions)('%s has its words: verb, lead, labels and choices', (action) => {
    const form = formOf(action);
    const keys = [`work.verb.${action}`, `work.act.${action}.lead`];
    for (const field of form.fields) {
      keys.push(field.kind === 'words' ? `work.field.words.${action}` : `work.field.${field.name}`);
      if (field.kind === 'choice') keys.push(...field.values.map((value) => `work.choice.${field.name}.${value}`));
    }
    expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
  });
});

describe('verbs', () => {
  test('the requester’s own moves are never among them', () => {
    expect(verbsOf(ACTIONS).filter((action) => !isStaffAction(action))).toEqual([]);
    expect(verbsOf(['open', 'confirm', 'withdraw', 'contest'])).toEqual([]);
  });

  test('the most expected comes first', () => {
    expect(verbsOf(['contact', 'resolve', 'reassign', 'remark'])[0]).toBe('resolve');
    expect(verbsOf(['attempt', 'verify', 'reopen'])[0]).toBe('verify');
    expect(verbsOf(['accept', 'decline', 'regrade'])[0]).toBe('accept');
    expect(verbsOf(['contact', 'remark'])[0]).toBe('contact');
  });

  test('a body holds nothing that the form does not ask for', () => {
    expect(bodyOf(formOf('attempt'), FILLED)).toEqual({ how: 'call' });
    expect(bodyOf(formOf('remark'), { words: ' 好 ', shown: false })).toEqual({ words: '好', shown: false });
    expect(bodyOf(formOf('verify'), { finding: 'solved', how: 'visit', words: '   ' })).toEqual({
      finding: 'solved',
      how: 'visit',
    });
  });
});
