/** The counter: a code is scanned or eight digits are typed, item and masked name are seen, one tap gives. */
import { canScan } from '../../../platform/scan';
import { Button, Card, FaultNotice, Muted, NoPermission, Notice, Page } from '../../../ui';
import { useMe, useQueryOf, useTexts } from '../../../use';
import { DigitsForm } from '../parts/digits-form';
import { Given } from '../parts/given';
import { ToGive } from '../parts/to-give';
import { useCounter } from '../parts/use-counter';
import '../../../texts/apart/counter';

export default function Counter() {
  const { t } = useTexts();
  const { me, may } = useMe();
  const { code } = useQueryOf<{ code?: string }>();
  const { strange, given, setGiven, lookUp, find, scan, afresh, next } = useCounter(code);
  if (given) return <Given of={given} onNext={next} />;
  if (lookUp.done) return <ToGive found={lookUp.done} onGiven={setGiven} onOther={afresh} />;
  if (me && !may('redemption.verify'))
    return (
      <Page title={t('rewards.counter.title')}>
        <NoPermission />
      </Page>
    );
  return (
    <Page title={t('rewards.counter.title')}>
      <FaultNotice fault={lookUp.fault} onClose={lookUp.clear} />
      {strange && <Notice tone="warn">{t('counter.strange')}</Notice>}
      <Card>
        <Muted>{t(canScan ? 'counter.lead' : 'counter.lead.browser')}</Muted>
        {canScan && (
          <Button icon="scan" busy={lookUp.busy} onPress={() => void scan()}>
            {t('rewards.scan')}
          </Button>
        )}
      </Card>
      <DigitsForm busy={lookUp.busy} first={!canScan} onFind={find} />
    </Page>
  );
}
