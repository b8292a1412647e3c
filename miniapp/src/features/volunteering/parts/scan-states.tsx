/** What a scan can come to: nothing scanned yet, a ticket that waits for the doors or for a log-in, and done. */
import type { CodePoint } from '@sevengrid/shared/volunteering/check-in-code';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import type { PresenceTicketView } from '@sevengrid/shared/volunteering/presence.views';
import { go, replace } from '../../../platform/navigate';
import { canScan, scanCode } from '../../../platform/scan';
import { Box, Button, Card, Heading, Icon, Muted, Notice, Skeleton, Stack, Strong } from '../../../ui';
import { spanText, useClock, useTexts, whenText } from '../../../use';
import type { Presence } from './use-presence';
import { spanWords } from './times';
import './scan.scss';

/** The verb that opens the camera, where there is one to open. */
export function ScanVerb({ again, onCode }: { again?: boolean; onCode: (code: string) => void }) {
  const { t } = useTexts();
  const scan = async (): Promise<void> => {
    const code = await scanCode();
    if (code) onCode(code);
  };
  if (!canScan) return <Notice>{t('volunteering.scan.browser')}</Notice>;
  return (
    <Button icon="scan" onPress={() => void scan()}>
      {t(again ? 'volunteering.scan.again' : 'volunteering.scan.verb')}
    </Button>
  );
}

export function ScanEntry({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTexts();
  return (
    <Card>
      <Stack gap={4}>
        <Heading>{t('volunteering.scan.verb')}</Heading>
        <Muted>{t('volunteering.scan.lead')}</Muted>
        <ScanVerb onCode={onCode} />
        <Muted>{t('volunteering.scan.place')}</Muted>
      </Stack>
    </Card>
  );
}

function WhichActivity({ of }: { of: PresenceTicketView['activity'] }) {
  const { t, say } = useTexts();
  const now = useClock();
  return (
    <Stack gap={1}>
      <Heading>{say(of.title)}</Heading>
      <Muted>{spanWords(t, of, now)}</Muted>
      <Muted>{say(of.place)}</Muted>
    </Stack>
  );
}

/** Scanned, and not used up yet. */
export function Ticket({ of }: { of: Presence }) {
  const { t } = useTexts();
  const { kept, now, early, known, busy } = of;
  if (!kept) return null;
  const { point, activity, opensAt, expiresAt } = kept.ticket;
  const opens = Date.parse(opensAt);
  return (
    <Card>
      <Stack gap={4}>
        <Strong>{t(early ? 'volunteering.scan.early' : 'volunteering.scan.got')}</Strong>
        <WhichActivity of={activity} />
        {early && (
          <Notice tone="warn">
            {t('volunteering.scan.early.lead', { when: whenText(t, opens, now), span: spanText(t, opens - now) })}
          </Notice>
        )}
        {!known && (
          <>
            <Muted>{t('volunteering.scan.login.lead', { span: spanText(t, Date.parse(expiresAt) - now) })}</Muted>
            <Button icon="person" onPress={() => go('identity/login', { inBetween: 1 })}>
              {t(point === 'in' ? 'volunteering.scan.login' : 'volunteering.scan.login.out')}
            </Button>
          </>
        )}
        {busy && known && (
          <Box role="status" live="polite">
            <Muted>{t('volunteering.scan.busy')}</Muted>
            <Skeleton rows={1} />
          </Box>
        )}
      </Stack>
    </Card>
  );
}

export function ScanDone({ point, activity }: { point: CodePoint; activity: ActivityView }) {
  const { t, say } = useTexts();
  const now = useClock();
  const at = point === 'in' ? activity.myAttendance?.inAt : activity.myAttendance?.outAt;
  return (
    <Card>
      <Box className="volunteering-done" role="status">
        <Box className="volunteering-done-mark">
          <Icon name="check" size={44} />
        </Box>
        <Heading>{t(`volunteering.scan.${point}.done`)}</Heading>
        {at && <Strong>{whenText(t, Date.parse(at), now)}</Strong>}
        <Muted>{say(activity.title)}</Muted>
        <Muted>{t(`volunteering.scan.${point}.lead`)}</Muted>
        <Button kind="secondary" onPress={() => replace('volunteering/activity', { id: activity.id })}>
          {t('volunteering.scan.look')}
        </Button>
      </Box>
    </Card>
  );
}
