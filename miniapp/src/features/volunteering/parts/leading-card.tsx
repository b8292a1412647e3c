/** For those who lead an activity: the code, the board, the roll-call, the list, as far as each is open now. */
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { CODE_SHOWN_MS } from '@sevengrid/shared/volunteering/check-in-code';
import { go } from '../../../platform/navigate';
import type { PageName } from '../../../platform/pages';
import { Card, Heading, Icon, ListRow, type IconName } from '../../../ui';
import { useClock, useTexts, type TextKey } from '../../../use';

interface Way {
  page: PageName;
  icon: IconName;
  words: TextKey;
  hint: TextKey;
  when: (of: ActivityView, now: number) => boolean;
}

const WAYS: readonly Way[] = [
  {
    ...{ page: 'volunteering/code', icon: 'scan', words: 'volunteering.leading.code' },
    hint: 'volunteering.leading.code.hint',
    when: ({ stage, startsAt }, now) =>
      stage === 'running' || ((stage === 'open' || stage === 'closed') && now >= Date.parse(startsAt) - CODE_SHOWN_MS),
  },
  {
    ...{ page: 'volunteering/board', icon: 'people', words: 'volunteering.leading.board' },
    hint: 'volunteering.leading.board.hint',
    when: ({ stage }) => !['draft', 'open', 'closed', 'cancelled'].includes(stage),
  },
  {
    ...{ page: 'volunteering/call', icon: 'list', words: 'volunteering.leading.call' },
    hint: 'volunteering.leading.call.hint',
    when: ({ moves }) => moves.includes('call'),
  },
];

/** Nothing where none of it is open. */
export function LeadingCard({ of }: { of: ActivityView }) {
  const { t } = useTexts();
  const now = useClock();
  const ways = of.leading ? WAYS.filter(({ when }) => when(of, now)) : [];
  if (ways.length === 0) return null;
  return (
    <Card>
      <Heading level={3}>{t('volunteering.leading')}</Heading>
      {ways.map(({ page, icon, words, hint }) => (
        <ListRow
          key={page}
          before={<Icon name={icon} tone="primary" />}
          title={t(words)}
          note={t(hint)}
          onPress={() => go(page, { id: of.id })}
        />
      ))}
    </Card>
  );
}

/** The list that is up, for everybody who sees the activity. */
export function NoticeRow({ of }: { of: ActivityView }) {
  const { t } = useTexts();
  if (of.stage !== 'public_notice' && of.stage !== 'settled') return null;
  return (
    <Card>
      <ListRow
        before={<Icon name="sheet" tone="primary" />}
        title={t('volunteering.leading.notice')}
        note={t('volunteering.leading.notice.hint')}
        onPress={() => go('volunteering/notice', { id: of.id })}
      />
    </Card>
  );
}
