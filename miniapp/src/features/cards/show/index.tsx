/** A card's six digits, read out on the telephone, lead to its household and an open form. */
import { useState } from 'react';
import { LookUpCard } from '@sevengrid/shared/cards/requests';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { codeDigits } from '@sevengrid/shared/kernel/digits';
import { go } from '../../../platform/navigate';
import { canScan } from '../../../platform/scan';
import { Button, Card, FaultNotice, Field, Muted, NoPermission, Notice, Page } from '../../../ui';
import { scanCard, useDo, useForm, useMe, useTexts } from '../../../use';
import { FoundDoor } from '../parts/found-door';
import '../../../texts/apart/cards';

/** Six digits, as people may type them in groups. */
const LONGEST = 11;

export default function Show() {
  const { t } = useTexts();
  const { me, may } = useMe();
  const [shortCode, setCode] = useState('');
  const body = { shortCode: codeDigits(shortCode) };
  const { check, errorOf } = useForm(LookUpCard, body);
  const lookUp = useDo(cardRoutes.lookUp, { refresh: [] });
  const find = (): void => void (check() && lookUp.run({ body }));
  const again = (): void => {
    lookUp.clear();
    setCode('');
  };
  return (
    <Page title={t('work.code.title')}>
      {me && !may('card.look_up') ? (
        <NoPermission />
      ) : lookUp.done ? (
        <FoundDoor door={lookUp.done} onAgain={again} />
      ) : (
        <Card>
          <Muted>{t('work.code.lead')}</Muted>
          <Field
            label={t('work.code.label')}
            kind="number"
            max={LONGEST}
            placeholder={t('work.code.placeholder')}
            value={shortCode}
            onChange={setCode}
            error={errorOf('shortCode')}
            autoFocus
          />
          <FaultNotice fault={lookUp.fault} onClose={lookUp.clear} />
          <Button icon="search" busy={lookUp.busy} onPress={find}>
            {t('work.code.find')}
          </Button>
          {canScan && <ScanInstead />}
        </Card>
      )}
    </Page>
  );
}

/** The card itself is at hand: no digits need to be typed. */
function ScanInstead() {
  const { t } = useTexts();
  const [strange, setStrange] = useState(false);
  const scan = async (): Promise<void> => {
    const token = await scanCard();
    setStrange(token === null);
    if (token) go('cards/scan', { token });
  };
  return (
    <>
      {strange && <Notice tone="warn">{t('work.code.scan.other')}</Notice>}
      <Button kind="secondary" icon="scan" onPress={() => void scan()}>
        {t('work.code.scan')}
      </Button>
    </>
  );
}
