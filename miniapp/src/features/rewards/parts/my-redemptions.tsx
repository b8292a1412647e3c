/** Rows of what I redeemed: what, where or until when, and how it stands. */
import type { RedemptionView } from '@sevengrid/shared/rewards/redemptions.views';
import { go } from '../../../platform/navigate';
import { Card, Chip, ListRow } from '../../../ui';
import { dueText, useClock, useTexts, whenText, type Words } from '../../../use';
import { STATE_LOOKS, costText, shopsText } from './offer-words';

function noteOf(words: Words, one: RedemptionView, now: number): string {
  const { t, nameOf } = words;
  if (one.state === 'open') return `${shopsText(words, one)} · ${dueText(t, Date.parse(one.expiresAt), now)}`;
  const when = whenText(t, Date.parse(one.usedAt ?? one.madeAt), now);
  return [one.shop && nameOf(one.shop), costText(words, one.cost), when].filter(Boolean).join(' · ');
}

export function MyRedemptions({ items }: { items: readonly RedemptionView[] }) {
  const words = useTexts();
  const now = useClock();
  return (
    <Card>
      {items.map((one) => {
        const { words: state, ...look } = STATE_LOOKS[one.state];
        return (
          <ListRow
            key={one.id}
            title={words.say(one.title)}
            note={noteOf(words, one, now)}
            after={<Chip {...look}>{words.t(state)}</Chip>}
            onPress={() => go('rewards/code', { id: one.id })}
          />
        );
      })}
    </Card>
  );
}
