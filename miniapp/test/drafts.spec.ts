/** A draft belongs to one person and one form, and does not outlive a week. */
import { draftOf, saveDraft, wipeDraft } from '../src/state/drafts';
import { begin, end, know } from '../src/state/session';
import { fillUp, stored } from './taro-stand-in';

const WEEK = 7 * 86_400_000;

beforeEach(() => {
  stored.clear();
  end();
});

describe('a draft', () => {
  it('comes back as it was', () => {
    saveDraft('tickets.open', { words: '路灯不亮 💡 སྒྲོན་མེ་' });
    expect(draftOf('tickets.open')).toEqual({ words: '路灯不亮 💡 སྒྲོན་མེ་' });
    expect(draftOf('tickets.act')).toBeUndefined();
  });

  it('is not shown to the next person on the same phone', () => {
    begin('a');
    know('PERSON-A');
    saveDraft('tickets.open', { words: 'secret' });
    begin('b');
    know('PERSON-B');
    expect(draftOf('tickets.open')).toBeUndefined();
    begin('a2');
    know('PERSON-A');
    expect(draftOf('tickets.open')).toEqual({ words: 'secret' });
  });

  it('is gone after 7 days, from the phone as well', () => {
    saveDraft('tickets.open', { words: 'old' }, undefined, 0);
    expect(draftOf('tickets.open', undefined, WEEK - 1)).toBeDefined();
    expect(draftOf('tickets.open', undefined, WEEK)).toBeUndefined();
    saveDraft('other', {}, undefined, WEEK);
    expect(JSON.stringify([...stored])).not.toContain('old');
  });

  it('is gone after sending', () => {
    saveDraft('tickets.open', { words: 'sent' });
    wipeDraft('tickets.open');
    expect(draftOf('tickets.open')).toBeUndefined();
    expect(JSON.stringify([...stored])).not.toContain('sent');
  });

  it('says so when the phone is full', () => {
    fillUp(true);
    expect(saveDraft('tickets.open', {})).toBe(false);
    fillUp(false);
  });
});
