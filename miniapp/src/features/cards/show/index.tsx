/** A card's six digits, read out on the telephone, or the card scanned at the door, lead to its household and an open form. */
import { useEffect, useState } from 'react';
import { LookUpCard } from '@sevengrid/shared/cards/requests';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { codeDigits } from '@sevengrid/shared/kernel/digits';
import { go, replace } from '../../../platform/navigate';
import { canScan } from '../../../platform/scan';
import { Button, Card, ErrorState, FaultNotice, Field, Muted, NoPermission, Notice, Page, Skeleton } from '../../../ui';
import { scanCard, useDo, useForm, useMe, useQueryOf, useTexts } from '../../../use';
import { FoundDoor } from '../parts/found-door';
import '../../../texts/apart/cards';

/** Six digits, as people may type them in groups. */
const LONGEST = 11;

export default function Show() {
  const { t } = useTexts();
  const { me, may } = useMe();
  const { token } = useQueryOf<{ token?: string }>();
  return (
    <Page title={t('work.code.title')}>
      {me && !may('card.look_up') ? <NoPermission /> : token ? <ByCard token={token} /> : <ByCode />}
    </Page>
  );
}

/** The card was scanned. One that is not of the reader's grids shows what it shows to anybody. */
function ByCard({ token }: { token: string }) {
  const lookUp = useDo(cardRoutes.lookUp, { refresh: [] });
  const { fault, done } = lookUp;
  const find = (): void => void lookUp.run({ body: { token } });
  useEffect(() => {
    find();
    // One look for one card; `find` is made anew with every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [token]);
  const isOthers = fault?.code === 'CARD_NOT_RECOGNISED' || fault?.code === 'CARD_REVOKED';
  useEffect(() => {
    if (isOthers) replace('cards/scan', { token, plain: 1 });
  }, [isOthers, token]);
  if (done) return <FoundDoor door={done} onAgain={() => replace('cards/show')} />;
  return fault && !isOthers ? <ErrorState fault={fault} again={find} /> : <Skeleton rows={1} />;
}

function ByCode() {
  const { t } = useTexts();
  const [shortCode, setCode] = useState('');
  const body = { shortCode: codeDigits(shortCode) };
  const { check, errorOf } = useForm(LookUpCard, body);
  const lookUp = useDo(cardRoutes.lookUp, { refresh: [] });
  const find = (): void => void (check() && lookUp.run({ body }));
  const again = (): void => {
    lookUp.clear();
    setCode('');
  };
  if (lookUp.done) return <FoundDoor door={lookUp.done} onAgain={again} />;
  return (
    <>
      {!canScan && <Notice tone="info">{t('work.code.scan.browser')}</Notice>}
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
        <FaultNotice fault={lookUp.fault} words={{ CARD_NOT_RECOGNISED: 'work.code.unknown' }} onClose={lookUp.clear} />
        <Button icon="search" busy={lookUp.busy} onPress={find}>
          {t('work.code.find')}
        </Button>
        {canScan && <ScanInstead />}
      </Card>
    </>
  );
}

/** The card itself is at hand: no digits need to be typed. */
function ScanInstead() {
  const { t } = useTexts();
  const [strange, setStrange] = useState(false);
  const scan = async (): Promise<void> => {
    const token = await scanCard();
    setStrange(token === null);
    if (token) go('cards/show', { token });
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
