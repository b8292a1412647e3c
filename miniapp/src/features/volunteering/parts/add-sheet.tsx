/** Writing down by hand who was there and stands on no list, with the reason. */
import { useState } from 'react';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import { AddAttendance } from '@sevengrid/shared/volunteering/presence.requests';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import { canScan, scanCode } from '../../../platform/scan';
import { Button, ChoiceList, FaultNotice, Muted, Notice, Sheet, Stack, TextArea } from '../../../ui';
import { useDo, useForm, useTexts } from '../../../use';
import { useOnList } from './use-on-list';

const LONGEST_REASON = 200;

/** A person of the list, or one who shows their own code. */
interface Whom {
  personId?: string;
  code?: string;
}

export function AddSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const [who, choose] = useState<Whom>({});
  const [reason, setReason] = useState('');
  const body = { ...who, reason: reason.trim() };
  const form = useForm(AddAttendance, body);
  const add = useDo(presenceRoutes.add, { refresh: [presenceRoutes.board, activityRoutes.one], then: onClose });
  const send = (): void => {
    if (form.check()) void add.run({ params: { id }, body });
  };
  return (
    <Sheet
      open
      title={t('volunteering.add')}
      onClose={onClose}
      verb={t('volunteering.add')}
      onVerb={send}
      busy={add.busy}
    >
      <Stack gap={4}>
        <Muted>{t('volunteering.add.lead')}</Muted>
        <FaultNotice fault={add.fault} onClose={add.clear} />
        <Who id={id} value={who} onChange={choose} error={form.errorOf('personId') ?? form.errorOf('code')} />
        <TextArea
          label={t('volunteering.add.reason')}
          max={LONGEST_REASON}
          value={reason}
          onChange={setReason}
          error={form.errorOf('reason')}
        />
      </Stack>
    </Sheet>
  );
}

interface WhoProps {
  id: string;
  value: Whom;
  onChange: (whom: Whom) => void;
  error: string | undefined;
}

function Who({ id, value, onChange, error }: WhoProps) {
  const { t } = useTexts();
  const { absent } = useOnList(id);
  const scan = async (): Promise<void> => {
    const code = await scanCode();
    if (code) onChange({ code });
  };
  return (
    <>
      {absent.length > 0 ? (
        <ChoiceList
          label={t('volunteering.add.who')}
          options={absent.map(({ personId, displayName }) => ({ value: personId, label: displayName }))}
          value={value.personId}
          onChange={(personId) => onChange({ personId })}
          error={value.code ? undefined : error}
        />
      ) : (
        <Muted>{t('volunteering.add.nobody')}</Muted>
      )}
      {value.code && <Notice tone="good">{t('volunteering.add.scanned')}</Notice>}
      {canScan && (
        <Button kind="secondary" icon="scan" onPress={() => void scan()}>
          {t('volunteering.add.scan')}
        </Button>
      )}
    </>
  );
}
