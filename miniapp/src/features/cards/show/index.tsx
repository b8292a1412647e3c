/** A card's six digits, read out on the telephone, lead to its household and an open form. */
import { useState } from 'react';
import { LookUpCard } from '@sevengrid/shared/cards/requests';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { BASE } from '../../../api/base-address';
import { go } from '../../../platform/navigate';
import { hostOf, tokenInLink } from '../../../platform/card-link';
import { canScan, scanCode } from '../../../platform/scan';
import { Button, Card, FaultNotice, Field, Muted, NoPermission, Notice, Page } from '../../../ui';
import { useDo, useForm, useMe, useTexts } from '../../../use';
import { FoundDoor } from '../parts/found-door';
import '../../../texts/apart/cards';

const LENGTH = 6;

export default function Show() {
  const { t } = useTexts();
  const { me, may } = useMe();
  const [shortCode, setCode] = useState('');
  const body = { shortCode };
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
            max={LENGTH}
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
    const link = await scanCode();
    const token = link === null ? null : tokenInLink(link, hostOf(BASE));
    setStrange(link !== null && token === null);
    if (token !== null) go('cards/scan', { token });
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
