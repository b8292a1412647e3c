/** What is done with one's data, in plain words with a version; consent is given and taken back here. */
import { useState } from 'react';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { MeView } from '@sevengrid/shared/identity/views';
import { Button, Caption, FaultNotice, Icon, ListRow, Row, Sheet, Stack, Words } from '../../../ui';
import { useDo, useTexts } from '../../../use';

/** A new text is a new version, and is asked for anew. */
export const PRIVACY_VERSION = '2026-11';

const PARAGRAPHS = [
  'identity.privacy.1',
  'identity.privacy.2',
  'identity.privacy.3',
  'identity.privacy.4',
  'identity.privacy.5',
] as const;

/** The last word said about privacy, if it is about this version of the text. */
const consentIn = (me: MeView | undefined): boolean =>
  [...(me?.consents ?? [])]
    .filter(({ purpose }) => purpose === 'privacy')
    .sort((a, b) => a.at.localeCompare(b.at))
    .pop()?.given ?? false;

export function Privacy({ me }: { me: MeView | undefined }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const given = consentIn(me);
  const note = given ? t('identity.me.privacy.given', { version: PRIVACY_VERSION }) : t('identity.me.privacy.notGiven');
  return (
    <>
      <ListRow
        before={<Icon name="shield" tone="primary" />}
        title={t('identity.me.privacy')}
        note={note}
        onPress={() => setOpen(true)}
      />
      {open && <PrivacySheet known={me !== undefined} given={given} onClose={() => setOpen(false)} />}
    </>
  );
}

function PrivacySheet({ known, given, onClose }: { known: boolean; given: boolean; onClose: () => void }) {
  const { t } = useTexts();
  const record = useDo(identityRoutes.recordConsent, { then: onClose });
  const say = (yes: boolean): void =>
    void record.run({ body: { purpose: 'privacy', version: PRIVACY_VERSION, given: yes } });
  return (
    <Sheet open title={t('identity.me.privacy')} onClose={onClose}>
      <Stack>
        <Caption>{t('identity.privacy.version', { version: PRIVACY_VERSION })}</Caption>
        {PARAGRAPHS.map((key) => (
          <Words key={key}>{t(key)}</Words>
        ))}
        <FaultNotice fault={record.fault} onClose={record.clear} />
        <Row wrap>
          {known && !given && (
            <Button grow busy={record.busy} onPress={() => say(true)}>
              {t('identity.privacy.agree')}
            </Button>
          )}
          {known && given && (
            <Button kind="ghost" busy={record.busy} onPress={() => say(false)}>
              {t('identity.privacy.withdraw')}
            </Button>
          )}
          <Button grow kind="secondary" onPress={onClose}>
            {t('identity.privacy.close')}
          </Button>
        </Row>
      </Stack>
    </Sheet>
  );
}
