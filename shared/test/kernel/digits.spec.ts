/** Numbers are understood however they were typed. */
import { codeDigits, phoneDigits } from '@sevengrid/shared/kernel/digits';

describe('a phone number', () => {
  it.each([
    ['138 0000 8000', '13800008000'],
    ['138-0000-8000', '13800008000'],
    ['138－0000—8000', '13800008000'],
    ['+86 138 0000 8000', '13800008000'],
    ['＋８６ １３８００００８０００', '13800008000'],
    ['0086 13800008000', '13800008000'],
    ['༡༣༨༠༠༠༠༨༠༠༠', '13800008000'],
    ['(0891) 6330000', '08916330000'],
    ['（0891）633 0000', '08916330000'],
    ['+86 (0891) 633-0000', '08916330000'],
    ['', ''],
  ])('%s is %s', (typed, digits) => {
    expect(phoneDigits(typed)).toBe(digits);
  });

  it('keeps what is no digit, so that the rule can refuse it', () => {
    expect(phoneDigits('138abc')).toBe('138abc');
  });
});

describe('a code', () => {
  it.each([
    ['123 456', '123456'],
    ['１２３４５６', '123456'],
    ['༡༢༣-༤༥༦', '123456'],
    ['幸-20261123-0007', '幸202611230007'],
  ])('%s is %s', (typed, code) => {
    expect(codeDigits(typed)).toBe(code);
  });
});
