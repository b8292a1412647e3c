/** What somebody should know while filling in a step: until when, what was tried already, what is still missing. */
import type { Grade } from '@sevengrid/shared/tickets/terms';
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { replace } from '../../../platform/navigate';
import { Box, Button, Notice, Stack } from '../../../ui';
import { communityOffset, fullWhenText, useClock, useSignal, useTexts } from '../../../use';
import type { ActValues, StaffAction } from './act-forms';
import { triedIn } from './tried';

interface ActNoteProps {
  ticket: TicketView;
  action: StaffAction;
  values: ActValues;
}

export function ActNote({ ticket, action, values }: ActNoteProps) {
  if (action === 'accept' && values.grade) return <DueIf ticket={ticket} grade={values.grade as Grade} />;
  if (action === 'attempt') return <TriedNote ticket={ticket} wanted={false} />;
  if (action === 'verify') return <TriedNote ticket={ticket} wanted={values.finding === 'not_reached'} />;
  return null;
}

/** Until when it will have to be done, for the grade chosen, by the community's own policy. */
function DueIf({ ticket, grade }: { ticket: TicketView; grade: Grade }) {
  const { t } = useTexts();
  const now = useClock();
  const due = ticket.dueByGrade?.[grade];
  if (!due) return null;
  const when = t('app.time.by', { when: fullWhenText(t, Date.parse(due), now) });
  return <Notice tone="info">{t('work.act.due', { when })}</Notice>;
}

/** The rule of two days is told before it refuses; where it would, the way on is beside it. */
function TriedNote({ ticket, wanted }: { ticket: TicketView; wanted: boolean }) {
  const { t } = useTexts();
  const { n, days, lacks } = triedIn(ticket, useSignal(communityOffset));
  if (n === 0 && !wanted) return null;
  const barred = wanted && lacks !== null;
  return (
    <Notice tone={barred ? 'warn' : 'info'}>
      <Stack gap={2}>
        <Box>{n === 0 ? t('work.tried.none') : t('work.tried.n', { n, days })}</Box>
        <Box>{t(lacks === null ? 'work.tried.enough' : `work.tried.lacks.${lacks}`)}</Box>
        {barred && (
          <Button kind="secondary" onPress={() => replace('tickets/act', { id: ticket.id, action: 'attempt' })}>
            {t('work.tried.verb')}
          </Button>
        )}
      </Stack>
    </Notice>
  );
}
