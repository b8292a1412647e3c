/** Every action of the flow has a sentence in both languages, and says who, what and until when as people do. */
import { ACTIONS, type Action } from '@sevengrid/shared/tickets/flows';
import { CHANNELS, CONTACT_WAYS, DECLINE_REASONS, FINDINGS, GRADES, OUTCOMES } from '@sevengrid/shared/tickets/terms';
import type { TimelineEntryView } from '@sevengrid/shared/tickets/views';
import { translator } from '../../src/platform/translate';
import { timelineWords, whoText } from '../../src/features/tickets/parts/timeline-words';
import '../../src/texts/apart/origin';
import '../../src/texts/apart/ticket';

const NOW = Date.parse('2026-11-23T02:00:00.000Z');
const zh = translator('zh');
const bo = translator('bo');

const entry = (action: TimelineEntryView['action'], part: Partial<TimelineEntryView> = {}): TimelineEntryView => ({
  id: '01J000000000000000000000AA',
  action,
  stage: 'working',
  at: '2026-11-23T01:10:00.000Z',
  actor: { side: 'handler', name: '央金' },
  facts: {},
  words: null,
  media: [],
  shown: true,
  ...part,
});

const said = (action: TimelineEntryView['action'], part?: Partial<TimelineEntryView>): string =>
  timelineWords(zh, entry(action, part), NOW).title;

describe('timeline words', () => {
  it.each([...ACTIONS, 'attribute'] as (Action | 'attribute')[])('%s has a sentence in both languages', (action) => {
    for (const t of [zh, bo]) {
      const { title } = timelineWords(t, entry(action), NOW);
      expect(title).not.toBe('');
      expect(title).not.toMatch(/[{}]|tickets\./);
    }
  });

  it.each([
    ...CONTACT_WAYS.map((how) => ['contact', { how }] as const),
    ...OUTCOMES.map((outcome) => ['resolve', { outcome }] as const),
    ...FINDINGS.map((finding) => ['verify', { finding }] as const),
    ...DECLINE_REASONS.map((declineReason) => ['decline', { declineReason }] as const),
    ...GRADES.map((grade) => ['regrade', { grade }] as const),
    ...CHANNELS.map((channel) => ['open', { channel }] as const),
  ])('%s with %j leaves no hole', (action, facts) => {
    for (const t of [zh, bo]) {
      const { title, facts: more } = timelineWords(t, entry(action, { facts }), NOW);
      expect([title, ...more].join(' ')).not.toMatch(/[{}]|undefined|tickets\./);
    }
  });

  it('names the reader as you, people at work by name, a resident never', () => {
    expect(whoText(zh, { side: 'you', name: null })).toBe('您');
    expect(whoText(zh, { side: 'handler', name: '央金' })).toBe('央金');
    expect(whoText(zh, { side: 'requester', name: null })).toBe('反映人');
  });

  it('tells those at work who asked and who wrote it down, in the third person', () => {
    const opened = (channel: (typeof CHANNELS)[number], side: 'you' | 'requester' | 'handler'): string => {
      const actor = { side, name: side === 'handler' ? '央金' : null };
      return timelineWords(zh, entry('open', { facts: { channel }, actor }), NOW, false).title;
    };
    expect(opened('mini', 'requester')).toBe('反映人提交了这件事');
    expect(opened('card_scan', 'requester')).toBe('反映人提交了这件事');
    expect(opened('walk_in', 'handler')).toBe('央金代反映人填写');
    expect(opened('phone', 'you')).toBe('您代反映人填写');
    expect(opened('central', 'requester')).toBe('党员中心户代反映人填写');
    expect(opened('central', 'you')).toBe('您代反映人填写');
  });

  it('tells whoever asked who wrote it down for them', () => {
    const opened = (channel: (typeof CHANNELS)[number], side: 'you' | 'requester' | 'staff'): string =>
      said('open', { facts: { channel }, actor: { side, name: side === 'staff' ? '卓玛' : null } });
    expect(opened('mini', 'you')).toBe('您反映了这件事');
    expect(opened('phone', 'staff')).toBe('卓玛替您反映了这件事');
    expect(opened('central', 'requester')).toBe('党员中心户替您反映了这件事');
  });

  it('says by whose hand a survey was filled in where it was not the person’s own', () => {
    const rated = (surveyHow: 'self' | 'read_aloud' | 'paper', asked: boolean): string[] =>
      timelineWords(zh, entry('rate', { facts: { satisfied: 'yes', surveyHow } }), NOW, asked).facts;
    expect(rated('self', true)).toEqual([]);
    expect(rated('read_aloud', true)).toEqual(['工作人员念给您听、替您记下']);
    expect(rated('read_aloud', false)).toEqual(['工作人员念给反映人听、替他记下']);
    expect(rated('paper', true)).toEqual(['按纸上填的记下']);
  });

  it('tells a visit from a call', () => {
    expect(said('contact', { facts: { how: 'visit' } })).toBe('央金上门看过了');
    expect(said('contact', { facts: { how: 'call' } })).toBe('央金打过电话了');
  });

  it('tells the handler’s outcome and the verifier’s finding apart', () => {
    expect(said('resolve', { facts: { outcome: 'impossible' } })).toBe('央金说这件事办不了');
    expect(said('verify', { facts: { finding: 'not_solved' } })).toBe('回访：没有解决，重新办理');
  });

  it('says the grade and the expected time where the ticket was taken on', () => {
    const accepted = entry('accept', { facts: { grade: 'G2', dueAt: '2026-11-24T10:00:00.000Z' } });
    expect(timelineWords(zh, accepted, NOW)).toEqual({
      title: '央金接手了',
      names: ['央金'],
      facts: ['一般事项', '预计 明天 18:00 前办结'],
    });
  });

  it('does not tell a due date again where nothing moved it', () => {
    const visited = entry('contact', { facts: { how: 'visit', dueAt: '2026-11-24T10:00:00.000Z', place: '3 栋东侧' } });
    expect(timelineWords(zh, visited, NOW).facts).toEqual(['在3 栋东侧']);
  });

  it('tells of a rise that the tier above joins, and lets nobody off', () => {
    const rose = (facts: TimelineEntryView['facts']): string[] =>
      timelineWords(zh, entry('escalate', { facts }), NOW).facts;
    expect(rose({ tier: 'community', trigger: 'resolve_missed', joinedName: '拉巴' })).toEqual(['社区的拉巴一起办']);
    expect(rose({ tier: 'street', trigger: 'asked' })).toEqual(['街道一起办']);
    const again = entry('reopen', { facts: { tier: 'community', dueAt: '2026-11-24T10:00:00.000Z' } });
    expect(timelineWords(zh, again, NOW).facts).toEqual(['社区一起办', '预计 明天 18:00 前办结']);
    const contested = entry('contest', { facts: { tier: 'community' } });
    expect(timelineWords(zh, contested, NOW).facts).toEqual(['由社区来看']);
  });

  it('sets a name apart in Tibetan, and no full stop before what belongs to the word', () => {
    const [joined] = timelineWords(
      bo,
      entry('escalate', { facts: { tier: 'community', joinedName: '拉巴次仁' } }),
      NOW,
    ).facts;
    expect(joined).toBe('སྡེ་ཁུལ་གྱི་ 拉巴次仁 མཉམ་དུ་སྒྲུབ།');
  });

  it('says of a withdrawal that it was asked about', () => {
    expect(said('revisit', { stage: 'withdrawn', facts: { finding: 'solved' } })).toBe('问过了：是自己愿意撤回的');
  });

  it('marks a remark among staff', () => {
    expect(said('remark', { shown: false })).toBe('央金的内部备注');
  });
});
