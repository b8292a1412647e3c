/** Why an action was refused, with the way on: look again where somebody was quicker, back where one may not. */
import { useEffect } from 'react';
import type { ApiFault } from '../../../api/fault';
import { backOr } from '../../../platform/navigate';
import { Button, FaultNotice, Notice, Row, Stack } from '../../../ui';
import { useTexts } from '../../../use';

interface ActFaultProps {
  fault: ApiFault | undefined;
  ticketId: string;
  again: () => Promise<unknown>;
  clear: () => void;
  take: (fault: ApiFault) => void;
}

/** Somebody else moved the ticket: what is on the screen is old. */
const OLD_NEWS: readonly string[] = [
  'TICKET_WRONG_STAGE',
  'TICKET_ALREADY_ACCEPTED',
  'CHANGED_MEANWHILE',
  'GRADE_UNCHANGED',
];

export function ActFault({ fault, ticketId, again, clear, take }: ActFaultProps) {
  const { t } = useTexts();
  useEffect(() => {
    if (fault && fault.fields.length > 0) take(fault);
    // `take` is made anew with every drawing; one fault is taken over once.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [fault]);
  if (!fault) return null;
  if (fault.status === 0) return <NotSent onClose={clear} />;
  const refresh = (): void => {
    clear();
    void again();
  };
  const isOld = OLD_NEWS.includes(fault.code);
  const isFinal = isOld || fault.status === 403 || fault.status === 404;
  return (
    <Stack gap={2}>
      <FaultNotice fault={fault} onClose={clear} />
      {isFinal && (
        <Row gap={2} wrap>
          {isOld && (
            <Button kind="secondary" icon="refresh" onPress={refresh}>
              {t('work.act.refresh')}
            </Button>
          )}
          <Button kind="ghost" onPress={() => backOr('tickets/detail', { id: ticketId })}>
            {t('work.act.toTicket')}
          </Button>
        </Row>
      )}
    </Stack>
  );
}

/** A step of the work is not sent by itself later: by then the ticket may have moved. What was written stays. */
function NotSent({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Notice tone="warn" onClose={onClose}>
      {t('work.act.offline')}
    </Notice>
  );
}
