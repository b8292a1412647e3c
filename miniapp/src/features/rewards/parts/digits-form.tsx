/** For where no camera reads: eight digits that the customer says, with the end of their telephone number. */
import { useState } from 'react';
import { LookUpRedemption } from '@sevengrid/shared/rewards/redemptions.requests';
import { Button, Card, Field, Heading } from '../../../ui';
import { useForm, useTexts } from '../../../use';

const LONGEST = 9;

const bare = (typed: string): string => typed.replace(/\s/g, '');

export interface DigitsFormProps {
  busy: boolean;
  /** The first verb of the page, where nothing can be scanned. */
  first: boolean;
  onFind: (body: LookUpRedemption) => void;
}

export function DigitsForm({ busy, first, onFind }: DigitsFormProps) {
  const { t } = useTexts();
  const [digits, setDigits] = useState('');
  const [tail, setTail] = useState('');
  const body = { digits: bare(digits), tail: bare(tail) };
  const { check, errorOf } = useForm(LookUpRedemption, body);
  const find = (): void => void (check() && onFind(body));
  return (
    <Card>
      <Heading level={3}>{t('counter.digits.title')}</Heading>
      <Field
        label={t('counter.digits')}
        hint={t('counter.digits.hint')}
        kind="number"
        max={LONGEST}
        value={digits}
        onChange={setDigits}
        onEnter={find}
        autoFocus={first}
        error={errorOf('digits') && t('counter.digits.wrong')}
      />
      <Field
        label={t('counter.tail')}
        kind="number"
        max={4}
        value={tail}
        onChange={setTail}
        onEnter={find}
        error={errorOf('tail') && t('counter.tail.wrong')}
      />
      <Button kind={first ? 'primary' : 'secondary'} icon="search" busy={busy} onPress={find}>
        {t('counter.find')}
      </Button>
    </Card>
  );
}
