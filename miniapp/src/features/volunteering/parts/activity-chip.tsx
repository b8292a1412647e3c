/** How an activity stands, or how I stand in it: a word with a shape. */
import type { ActivityStage } from '@sevengrid/shared/volunteering/activity-flow';
import type { ActivityRowView, MySignUpView } from '@sevengrid/shared/volunteering/activities.views';
import { Chip, type ChipProps } from '../../../ui';
import { useTexts } from '../../../use';

type Look = Required<Pick<ChipProps, 'tone' | 'shape'>>;

const LOOKS: Record<ActivityStage, Look> = {
  draft: { tone: 'quiet', shape: 'ring' },
  open: { tone: 'calm', shape: 'dot' },
  closed: { tone: 'quiet', shape: 'square' },
  running: { tone: 'calm', shape: 'dot' },
  confirming: { tone: 'soon', shape: 'ring' },
  public_notice: { tone: 'gold', shape: 'ring' },
  settled: { tone: 'quiet', shape: 'check' },
  cancelled: { tone: 'quiet', shape: 'square' },
};

export function StageOfActivity({ stage }: { stage: ActivityStage }) {
  const { t } = useTexts();
  return <Chip {...LOOKS[stage]}>{t(`volunteering.stage.${stage}`)}</Chip>;
}

/** Nothing where I have no place. */
export function MyPlace({ of }: { of: MySignUpView | null }) {
  const { t } = useTexts();
  if (of?.state === 'in')
    return (
      <Chip tone="calm" shape="check">
        {t('volunteering.mine.in')}
      </Chip>
    );
  return of?.state === 'waiting' ? (
    <Chip tone="soon">{t('volunteering.mine.waiting', { n: of.waitingPlace ?? 1 })}</Chip>
  ) : null;
}

export const placesLeft = ({ capacity, signedUp }: Pick<ActivityRowView, 'capacity' | 'signedUp'>): number =>
  Math.max(0, capacity - signedUp);

/** What matters first: my place, then whether there is one, then how it stands. */
export function ActivityChip({ activity }: { activity: ActivityRowView }) {
  const { t } = useTexts();
  const { stage, mySignUp } = activity;
  const isMine = mySignUp !== null && mySignUp.state !== 'cancelled';
  if (isMine && (stage === 'open' || stage === 'closed')) return <MyPlace of={mySignUp} />;
  if (stage !== 'open') return <StageOfActivity stage={stage} />;
  const n = placesLeft(activity);
  return n > 0 ? (
    <Chip tone="gold">{t('volunteering.places.left', { n })}</Chip>
  ) : (
    <Chip tone="quiet">{t('volunteering.places.full')}</Chip>
  );
}
