/** Who hands over to whom, why, and whether it is for a leave; at a desk the two people stand side by side. */
import type { HolderView } from '@sevengrid/shared/tickets/hand-over.views';
import { Box, Card, Switch, TextArea, WhenField } from '../../../ui';
import { useTexts } from '../../../use';
import { HolderList } from './holder-list';
import type { Giving } from './use-hand-over';

interface HandOverFormProps {
  people: readonly HolderView[];
  giving: Giving;
}

/** All of it or nothing: whoever takes over must be allowed to handle tickets wherever the other has some. */
const canTake = ({ gridIds, leadsAt }: HolderView, from: HolderView | undefined): boolean =>
  gridIds.length + leadsAt.length > 0 &&
  (from?.heldIn ?? []).every((grid) => gridIds.includes(grid)) &&
  (from?.joinedAt ?? []).every((at) =>
    leadsAt.some(({ communityId, tier }) => communityId === at.communityId && tier === at.tier),
  );

/** Those who have gone come first, then those with most in hand. */
const byNeed = (a: HolderView, b: HolderView): number =>
  Number(b.gone !== null) - Number(a.gone !== null) || b.inHand - a.inHand;

export function HandOverForm({ people, giving: { draft, form } }: HandOverFormProps) {
  const { t } = useTexts();
  const { fromId, toId, words } = draft.form;
  const givers = people.filter(({ inHand }) => inHand > 0).sort(byNeed);
  const from = people.find(({ id }) => id === fromId);
  // Those who are there, with least in hand, take over first.
  const takers = people
    .filter((one) => one !== from && canTake(one, from))
    .sort((a, b) => Number(a.onLeave) - Number(b.onLeave) || a.inHand - b.inHand);
  return (
    <>
      <Box className="handover-people">
        <Card>
          <HolderList
            label={t('tickets.handover.from')}
            of={givers}
            value={fromId}
            onChange={(id) => draft.put({ fromId: id, toId: '', withLeave: false })}
            error={form.errorOf('fromId')}
            none={t('tickets.handover.none.giver')}
          />
        </Card>
        <Card>
          <HolderList
            label={t('tickets.handover.to')}
            of={takers}
            value={toId}
            onChange={(id) => draft.put({ toId: id })}
            error={form.errorOf('toId')}
            none={t('tickets.handover.none.taker')}
          />
        </Card>
      </Box>
      <Card>
        <TextArea
          label={t('tickets.handover.words')}
          max={300}
          placeholder={t('tickets.handover.words.placeholder')}
          value={words}
          onChange={(next) => draft.put({ words: next })}
          error={form.errorOf('words')}
        />
        {!from?.gone && <Leave draft={draft} form={form} />}
      </Card>
    </>
  );
}

function Leave({ draft, form }: Pick<Giving, 'draft' | 'form'>) {
  const { t } = useTexts();
  const { withLeave, from, to } = draft.form;
  return (
    <>
      <Switch
        label={t('tickets.handover.withLeave')}
        hint={t('tickets.handover.withLeave.hint')}
        on={withLeave}
        onChange={(on) => draft.put({ withLeave: on })}
      />
      {withLeave && (
        <Box className="handover-leave">
          <WhenField
            kind="date"
            label={t('tickets.handover.leave.from')}
            value={from}
            onChange={(day) => draft.put({ from: day })}
            error={form.errorOf('leave.from')}
          />
          <WhenField
            kind="date"
            label={t('tickets.handover.leave.to')}
            value={to}
            onChange={(day) => draft.put({ to: day })}
            error={form.errorOf('leave.to')}
          />
        </Box>
      )}
    </>
  );
}
