/** Whom open work may go from or to, with what each has in hand; on a phone whoever is chosen stands alone, so that the next choice is in sight. */
import type { HolderView } from '@sevengrid/shared/tickets/hand-over.views';
import { Avatar, Button, ChoiceList, Chip, Heading, ListRow, Muted, Stack } from '../../../ui';
import { useTexts, useWide } from '../../../use';

interface HolderListProps {
  label: string;
  of: readonly HolderView[];
  value: string;
  /** With '' the choice is taken back. */
  onChange: (id: string) => void;
  error: string | undefined;
  /** Said where there is nobody. */
  none: string;
}

export function HolderList({ label, of, value, onChange, error, none }: HolderListProps) {
  const { t, gridName } = useTexts();
  const wide = useWide();
  const hintOf = (one: HolderView): string =>
    [gridName(one), t('tickets.handover.inHand', { n: one.inHand }), one.onLeave && t('tickets.handover.leave')]
      .filter(Boolean)
      .join(' · ');
  const chosen = of.find(({ id }) => id === value);
  if (chosen && !wide) return <Chosen label={label} one={chosen} hint={hintOf(chosen)} onChange={() => onChange('')} />;
  if (of.length === 0)
    return (
      <>
        <Heading level={3}>{label}</Heading>
        <Muted>{none}</Muted>
      </>
    );
  return (
    <ChoiceList
      label={label}
      options={of.map((one) => ({
        value: one.id,
        label: one.displayName,
        hint: hintOf(one),
        chip: one.gone ? t(`tickets.handover.gone.${one.gone}`) : undefined,
      }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

interface ChosenProps {
  label: string;
  one: HolderView;
  hint: string;
  onChange: () => void;
}

function Chosen({ label, one, hint, onChange }: ChosenProps) {
  const { t } = useTexts();
  const verb = t('tickets.handover.change');
  return (
    <Stack gap={2}>
      <Heading level={3}>{label}</Heading>
      {one.gone && <Chip tone="urgent">{t(`tickets.handover.gone.${one.gone}`)}</Chip>}
      <ListRow
        before={<Avatar name={one.displayName} size="small" />}
        title={one.displayName}
        note={hint}
        after={
          <Button kind="ghost" label={`${verb} ${label}`} onPress={onChange}>
            {verb}
          </Button>
        }
      />
    </Stack>
  );
}
