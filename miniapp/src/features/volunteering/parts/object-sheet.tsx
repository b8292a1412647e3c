/** Objecting to a line of a list, or to all of it. */
import { useState } from 'react';
import { ObjectToList } from '@sevengrid/shared/volunteering/awards.requests';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import type { ListNoticeView } from '@sevengrid/shared/volunteering/awards.views';
import { ChoiceList, FaultNotice, Muted, Sheet, Stack, TextArea } from '../../../ui';
import { useDo, useForm, useTexts } from '../../../use';

const LONGEST = 500;
const ALL = 'all';

export interface ObjectSheetProps {
  of: ListNoticeView;
  onDone: () => void;
  onClose: () => void;
}

export function ObjectSheet({ of, onDone, onClose }: ObjectSheetProps) {
  const { t } = useTexts();
  const [line, choose] = useState(ALL);
  const [words, setWords] = useState('');
  const body = { words: words.trim(), ...(line === ALL ? {} : { attendanceId: line }) };
  const form = useForm(ObjectToList, body);
  const object = useDo(awardRoutes.object, {
    refresh: [awardRoutes.notice, awardRoutes.objections],
    then: () => {
      onClose();
      onDone();
    },
  });
  const send = (): void => {
    if (form.check()) void object.run({ params: { id: of.activityId }, body });
  };
  const lines = of.lines.map(({ attendanceId, displayName }) => ({
    value: attendanceId,
    label: t('volunteering.object.line', { name: displayName }),
  }));
  return (
    <Sheet
      open
      title={t('volunteering.object')}
      onClose={onClose}
      verb={t('volunteering.object')}
      onVerb={send}
      busy={object.busy}
    >
      <Stack gap={4}>
        <Muted>{t('volunteering.object.lead')}</Muted>
        <FaultNotice fault={object.fault} onClose={object.clear} />
        <TextArea
          label={t('volunteering.object.words')}
          max={LONGEST}
          value={words}
          onChange={setWords}
          error={form.errorOf('words')}
        />
        <ChoiceList
          label={t('volunteering.object.which')}
          options={[{ value: ALL, label: t('volunteering.object.all') }, ...lines]}
          value={line}
          onChange={choose}
        />
      </Stack>
    </Sheet>
  );
}
