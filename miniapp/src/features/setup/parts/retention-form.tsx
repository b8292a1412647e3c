/** How many days one kind of personal words is kept: within bounds, and asked twice where it gets shorter. */
import { useState } from 'react';
import { WriteRetention } from '@sevengrid/shared/identity/retention.requests';
import { retentionRoutes } from '@sevengrid/shared/identity/retention.routes';
import type { RetentionView } from '@sevengrid/shared/identity/retention.views';
import { back } from '../../../platform/navigate';
import { Card, Field, Muted, Notice, Page, RestoredDraft, Sheet } from '../../../ui';
import { useClock, useTexts } from '../../../use';
import { EditFoot } from './edit-foot';
import { agoText } from './retention-words';
import { useEdit } from './use-edit';

interface RetentionFields {
  what: RetentionView['what'];
  communityId: string | undefined;
  days: string;
}

const bodyOf = ({ what, communityId, days }: RetentionFields): object => ({ what, communityId, days: Number(days) });

export function RetentionForm({ of, communityId }: { of: RetentionView; communityId: string | undefined }) {
  const words = useTexts();
  const { t } = words;
  const now = useClock();
  const [sure, ask] = useState(false);
  const { what, days, least, most, usual } = of;
  const blank: RetentionFields = { what, communityId, days: String(days) };
  const edit = useEdit({
    name: `setup.retention.${communityId ?? ''}.${what}.${days}`,
    blank,
    ...{ request: WriteRetention, route: retentionRoutes.write, bodyOf, then: back },
  });
  const field = edit.field('days');
  const isShorter = Number(field.value) < days;
  const send = (): void => (isShorter ? ask(true) : edit.send());
  const confirm = (): void => {
    ask(false);
    edit.send();
  };
  return (
    <Page title={t(`setup.kept.what.${what}`)} footer={<EditFoot edit={{ ...edit, send }} />}>
      <RestoredDraft draft={edit.draft} />
      <Card>
        <Muted>{t(`setup.kept.why.${what}`)}</Muted>
        <Field
          {...field}
          onEnter={send}
          label={t('setup.kept.field')}
          hint={t('setup.kept.field.hint', { least, most, usual })}
          kind="number"
          max={5}
          error={field.error && t('setup.kept.field.wrong', { least, most })}
        />
        <Muted>{agoText(words, of.ranAt, now)}</Muted>
      </Card>
      {isShorter && <Notice tone="warn">{t('setup.kept.shorter')}</Notice>}
      <Sheet
        open={sure}
        danger
        title={t('setup.kept.sure')}
        verb={t('setup.save')}
        onVerb={confirm}
        onClose={() => ask(false)}
      >
        <Muted>{t('setup.kept.shorter')}</Muted>
      </Sheet>
    </Page>
  );
}
