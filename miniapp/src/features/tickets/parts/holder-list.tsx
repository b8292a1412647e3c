/** Whom open work may go from or to, with what each has in hand; whoever is on leave is marked. */
import type { CandidateView } from '@sevengrid/shared/tickets/views';
import { ChoiceList } from '../../../ui';
import { useTexts } from '../../../use';

interface HolderListProps {
  label: string;
  of: readonly CandidateView[];
  value: string;
  onChange: (id: string) => void;
  error: string | undefined;
}

export function HolderList({ label, of, value, onChange, error }: HolderListProps) {
  const { t, gridName } = useTexts();
  const hintOf = (one: CandidateView): string =>
    [gridName(one), t('tickets.handover.inHand', { n: one.inHand }), one.onLeave && t('tickets.handover.leave')]
      .filter(Boolean)
      .join(' · ');
  return (
    <ChoiceList
      label={label}
      options={of.map((one) => ({ value: one.id, label: one.displayName, hint: hintOf(one) }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
