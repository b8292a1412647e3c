/** Taking a place, or one on the waiting list, and giving it back: what is open to me now at the foot of an activity. */
import { useState } from 'react';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { go } from '../../../platform/navigate';
import { Button, FaultNotice, Muted, Row, Sheet, Stack } from '../../../ui';
import { useClock, useDo, useTexts } from '../../../use';
import { placesLeft } from './activity-chip';

/** What became of the last tap, in words that stay. */
export type SignedUp = 'done' | 'done.waiting';

export interface SignUpVerbsProps {
  of: ActivityView;
  onDone: (said: SignedUp | 'left') => void;
}

export function SignUpVerbs({ of, onDone }: SignUpVerbsProps) {
  const { t } = useTexts();
  const [leaving, setLeaving] = useState(false);
  const signUp = useDo(activityRoutes.signUp, {
    then: ({ mySignUp }) => onDone(mySignUp?.state === 'waiting' ? 'done.waiting' : 'done'),
  });
  const isFull = placesLeft(of) === 0;
  const isIn = of.mySignUp !== null && of.mySignUp.state !== 'cancelled';
  const isGone = of.myAttendance !== null && of.myAttendance.outAt !== null;
  const scans = !isGone && (of.moves.includes('check_in') || of.moves.includes('check_out'));
  return (
    <Stack className="grow">
      <FaultNotice fault={signUp.fault} onClose={signUp.clear} />
      {of.moves.includes('sign_up') && (
        <>
          {isFull && <Muted>{t('volunteering.signUp.full')}</Muted>}
          <Row>
            <Button grow icon="plus" busy={signUp.busy} onPress={() => void signUp.run({ params: { id: of.id } })}>
              {t(isFull ? 'volunteering.signUp.waiting' : 'volunteering.signUp')}
            </Button>
          </Row>
        </>
      )}
      {isIn && scans && (
        <Row>
          <Button grow icon="scan" onPress={() => go('volunteering/scan')}>
            {t('volunteering.scan.verb')}
          </Button>
        </Row>
      )}
      {isIn && of.moves.includes('leave') && (
        <Button kind="ghost" onPress={() => setLeaving(true)}>
          {t('volunteering.leave')}
        </Button>
      )}
      {leaving && <Leaving of={of} onDone={onDone} onClose={() => setLeaving(false)} />}
    </Stack>
  );
}

function Leaving({ of, onDone, onClose }: SignUpVerbsProps & { onClose: () => void }) {
  const { t } = useTexts();
  const isLate = Date.parse(of.signUpUntil) <= useClock();
  const leave = useDo(activityRoutes.leave, {
    then: () => {
      onClose();
      onDone('left');
    },
  });
  return (
    <Sheet
      open
      danger
      title={t('volunteering.leave.sure')}
      onClose={onClose}
      verb={t('volunteering.leave.sure')}
      onVerb={() => void leave.run({ params: { id: of.id } })}
      busy={leave.busy}
    >
      <Stack>
        <Muted>{t(isLate ? 'volunteering.leave.late' : 'volunteering.leave.lead')}</Muted>
        <FaultNotice fault={leave.fault} onClose={leave.clear} />
      </Stack>
    </Sheet>
  );
}
