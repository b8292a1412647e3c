/** The code to be scanned, the digits to be said where no camera reads, and how long both are good. */
import { CODE_SECONDS } from '@sevengrid/shared/rewards/terms';
import type { RedemptionView } from '@sevengrid/shared/rewards/redemptions.views';
import { Caption, Card, Heading, Loaded, Muted, Notice, Numbers, Progress, Stack } from '../../../ui';
import { Qr } from '../../../ui/qr';
import { useTexts } from '../../../use';
import { costText, shopsText } from './offer-words';
import { useFreshCode } from './use-fresh-code';
import './code-card.scss';

/** 4827 1936, as it is said. */
const spoken = (digits: string): string => `${digits.slice(0, 4)} ${digits.slice(4)}`;

export function CodeCard({ of }: { of: RedemptionView }) {
  const words = useTexts();
  const { t, say } = words;
  const code = useFreshCode(of.id);
  const { seconds, stale } = code;
  return (
    <Card className="code-card">
      <Heading>{say(of.title)}</Heading>
      <Muted>{`${shopsText(words, of)} · ${costText(words, of.cost)}`}</Muted>
      <Loaded of={code} rows={1}>
        {({ code: text, digits }) =>
          stale ? (
            <Notice tone="warn">{t('rewards.code.stale')}</Notice>
          ) : (
            <Stack>
              <Qr text={text} label={t('rewards.code.qr')} />
              {digits && <Numbers className="code-digits">{spoken(digits)}</Numbers>}
              <Caption>{t('rewards.code.fresh', { n: seconds })}</Caption>
              <Progress part={seconds / CODE_SECONDS} label={t('rewards.code.progress', { n: seconds })} />
              {digits && <Caption>{t('rewards.code.digits')}</Caption>}
            </Stack>
          )
        }
      </Loaded>
    </Card>
  );
}
