/** What is to be given and to whom; one tap gives it. */
import { useState } from 'react';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import type { CapturedView, LookedUpView } from '@sevengrid/shared/rewards/redemptions.views';
import { Button, Card, Facts, FaultNotice, Field, Heading, Muted, Numbers, Page } from '../../../ui';
import { useClock, useDo, useTexts, whenText } from '../../../use';
import { fenOf, yuanText } from './yuan';

interface BillFieldProps {
  value: string;
  onChange: (typed: string) => void;
  onEnter: () => void;
  /** Fen from which it counts. */
  least: number;
  /** Somebody has tried to give: what is wrong is told. */
  tried: boolean;
}

function BillField({ least, tried, ...input }: BillFieldProps) {
  const { t } = useTexts();
  const billFen = fenOf(input.value);
  const yuan = yuanText(least);
  const fault = billFen === undefined ? t('counter.bill.wrong') : t('counter.bill.small', { yuan });
  const isWrong = billFen === undefined || billFen < least;
  return (
    <Field
      {...input}
      label={t('counter.bill')}
      hint={t('counter.bill.hint', { yuan })}
      max={9}
      autoFocus
      error={tried && isWrong ? fault : undefined}
    />
  );
}

function FoundFacts({ of }: { of: LookedUpView }) {
  const { t } = useTexts();
  const now = useClock();
  return (
    <Facts
      items={[
        { label: t('counter.cost'), value: of.cost },
        ...(of.faceValueFen > 0 ? [{ label: t('counter.worth'), value: yuanText(of.faceValueFen) }] : []),
        { label: t('counter.until'), value: whenText(t, Date.parse(of.expiresAt), now) },
      ]}
    />
  );
}

export interface ToGiveProps {
  found: LookedUpView;
  onGiven: (given: CapturedView) => void;
  onOther: () => void;
}

export function ToGive({ found, onGiven, onOther }: ToGiveProps) {
  const { t, say } = useTexts();
  const [bill, setBill] = useState('');
  const [tried, setTried] = useState(false);
  const capture = useDo(redemptionRoutes.capture, { then: onGiven });
  const { id, minSpendFen } = found;
  const asksBill = found.checks.includes('bill');
  const billFen = asksBill ? fenOf(bill) : undefined;
  const wrong = asksBill && (billFen === undefined || billFen < minSpendFen);
  const give = (): void => {
    setTried(true);
    if (!wrong) void capture.run({ params: { id }, body: { billFen } });
  };
  return (
    <Page
      title={t('rewards.counter.title')}
      footer={
        <>
          <Button kind="ghost" onPress={onOther}>
            {t('counter.other')}
          </Button>
          <Button grow icon="check" busy={capture.busy} onPress={give}>
            {t('counter.give')}
          </Button>
        </>
      }
    >
      <FaultNotice fault={capture.fault} onClose={capture.clear} />
      <Card>
        <Muted>{t('counter.found')}</Muted>
        <Heading>{say(found.title)}</Heading>
        <Muted>{t('counter.whose')}</Muted>
        <Numbers>{found.name}</Numbers>
        {found.checks.includes('name') && <Muted>{t('counter.check.name')}</Muted>}
        {asksBill && <BillField value={bill} onChange={setBill} onEnter={give} least={minSpendFen} tried={tried} />}
        <FoundFacts of={found} />
      </Card>
      <Card>
        <Muted>{say(found.terms)}</Muted>
      </Card>
    </Page>
  );
}
