/** What the form makes of what people type: the right request for each filer, and danger first. */
import type { OpenTicket } from '@sevengrid/shared/tickets/requests';
import { OpenTicket as OpenTicketRequest } from '@sevengrid/shared/tickets/requests';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { problemsIn } from '../../src/api/check';
import {
  BLANK,
  dangerFirst,
  isDanger,
  lacksPlace,
  toRequest,
  type Filer,
  type OpenForm,
} from '../../src/features/tickets/parts/open-rules';

const ID = '01J00000000000000000000000';
const filled: OpenForm = { ...BLANK, categoryId: ID, words: ' 路灯不亮，晚上看不清 ' };
const broken = (request: OpenTicket): string[] =>
  problemsIn(OpenTicketRequest, request).map(({ field }) => field.replace('body.', ''));

describe('the request of an appeal', () => {
  it.each<[Filer, Partial<OpenTicket>]>([
    ['guest', { consent: 'self', channel: 'card_scan' }],
    ['resident', { consent: 'self', channel: 'mini' }],
  ])('of a %s needs a category and one sentence, no more', (filer, rest) => {
    const request = toRequest(filled, filer);
    expect(request).toEqual({ categoryId: ID, words: '路灯不亮，晚上看不清', ...rest });
    expect(broken(request)).toEqual([]);
  });

  it('of a blank form names what is missing', () => {
    expect(broken(toRequest(BLANK, 'resident'))).toEqual(['categoryId', 'words']);
  });

  it('for somebody else names them and how they agreed', () => {
    const form: OpenForm = { ...filled, forOther: true, otherName: '次仁拉姆', otherPhone: '138 0000 8000' };
    expect(toRequest(form, 'resident')).toMatchObject({
      beneficiary: { name: '次仁拉姆', phone: '13800008000' },
      consent: 'verbal',
    });
    expect(broken(toRequest({ ...form, otherName: '' }, 'resident'))).toEqual(['beneficiary.name']);
  });

  it('drops what was folded away again', () => {
    expect(toRequest({ ...filled, otherName: '次仁拉姆' }, 'resident')).not.toHaveProperty('beneficiary');
  });

  it('tells how a guest can be reached, only when the guest says so', () => {
    expect(toRequest(filled, 'guest')).not.toHaveProperty('requester');
    expect(toRequest({ ...filled, askerName: '扎西', askerPhone: '' }, 'guest').requester).toEqual({ name: '扎西' });
    expect(broken(toRequest({ ...filled, askerPhone: '12' }, 'guest'))).toEqual(['requester.name', 'requester.phone']);
  });

  it('of somebody in the register names them by it alone, and the one it is about beside them', () => {
    const asked = { ...filled, householdId: ID, residentId: ID, askerName: '德吉' };
    const request = toRequest({ ...asked, forOther: true, otherName: '次仁拉姆' }, 'staff');
    expect(request).toMatchObject({ residentId: ID, beneficiary: { name: '次仁拉姆' }, consent: 'verbal' });
    expect(request).not.toHaveProperty('requester');
    expect(broken(request)).toEqual([]);
  });

  it.each<Filer>(['staff', 'central'])('filed by %s for a household names who asked and never says "self"', (filer) => {
    const form: OpenForm = { ...filled, consent: 'self', askerName: '德吉', householdId: ID, household: '3 栋 201' };
    expect(toRequest(form, filer)).toMatchObject({ requester: { name: '德吉' }, householdId: ID, consent: 'verbal' });
    expect(lacksPlace(form, filer)).toBe(false);
    expect(lacksPlace({ ...form, householdId: '' }, filer)).toBe(true);
  });

  it('lets staff, and nobody else, name a grid instead of a household', () => {
    const form: OpenForm = { ...filled, askerName: '德吉', gridId: ID };
    expect(lacksPlace(form, 'staff')).toBe(false);
    expect(lacksPlace(form, 'central')).toBe(true);
    expect(toRequest(form, 'staff')).toMatchObject({ gridId: ID });
    expect(toRequest({ ...form, householdId: ID }, 'staff')).not.toHaveProperty('gridId');
  });
});

describe('danger to life', () => {
  const category = (id: string, danger: boolean): CategoryView => ({
    id,
    code: id,
    name: { zh: id },
    hint: { zh: '' },
    grade: danger ? 'G0' : 'G2',
    danger,
  });

  it('is heard in the words as well as in the category', () => {
    expect(isDanger({ words: '厨房漏气了' }, category('a', false))).toBe(true);
    expect(isDanger({ words: 'གྲོང་ནང་མེ་ཤོར་སོང་།' }, undefined)).toBe(true);
    expect(isDanger({ words: '路灯不亮' }, category('a', true))).toBe(true);
    expect(isDanger({ words: '路灯不亮' }, category('a', false))).toBe(false);
  });

  it('stands first, the rest in the community’s own order', () => {
    const order = dangerFirst([category('a', false), category('b', true), category('c', false)]);
    expect(order.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });
});
