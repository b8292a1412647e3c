/** How the reader's own request to be bound to a household stands: waiting, confirmed, refused with the reason, or lapsed. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { whenText } from '../platform/due-text';
import { useClock } from '../use/use-clock';
import { useMe } from '../use/use-me';
import { useRoute } from '../use/use-route';
import { useTexts } from '../use/use-texts';
import { Button } from './button';
import { Notice } from './notice';

/** Milliseconds between looks: a guest has no inbox in which the answer would arrive. */
const LOOK_EVERY = 60_000;

/** The latest request; undefined while nobody has asked. */
export function useOwnBinding() {
  const { may } = useMe();
  const read = useRoute(gridRoutes.myBinding, {}, { when: may('binding.request'), every: LOOK_EVERY });
  return read.data?.binding ?? undefined;
}

export function OwnBinding({ onAgain }: { onAgain: () => void }) {
  const { t } = useTexts();
  const { side } = useMe();
  const now = useClock();
  const binding = useOwnBinding();
  if (!binding) return null;
  const { state, address, requestedAt, refusedBecause } = binding;
  if (state === 'waiting')
    return <Notice>{t('identity.bind.waiting', { when: whenText(t, Date.parse(requestedAt), now) })}</Notice>;
  if (state === 'refused' || state === 'lapsed')
    return (
      <Notice tone="warn">
        {refusedBecause ? t('identity.bind.refused', { reason: refusedBecause }) : t(`identity.bind.${state}.bare`)}
        <Button kind="ghost" onPress={onAgain}>
          {t('identity.bind.again')}
        </Button>
      </Notice>
    );
  const confirmed = side === 'guest' ? 'identity.bind.confirmed.guest' : 'identity.bind.confirmed';
  return <Notice tone="good">{t(confirmed, { address })}</Notice>;
}
