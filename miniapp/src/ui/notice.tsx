/** A message on the page: it stays until it no longer holds or is closed, so that slow readers miss nothing. */
import type { ReactNode } from 'react';
import type { ApiFault } from '../api/fault';
import type { TextKey } from '../platform/translate';
import { faultText } from '../use/fault-text';
import { useTexts } from '../use/use-texts';
import { IconButton } from './button';
import { Box } from './elements';
import { Icon } from './icon';

export interface NoticeProps {
  tone?: 'good' | 'warn' | 'bad' | 'info';
  onClose?: () => void;
  children?: ReactNode;
}

const ICONS = { good: 'check', warn: 'alert', bad: 'alert', info: 'info' } as const;

export function Notice({ tone = 'info', onClose, children }: NoticeProps) {
  const { t } = useTexts();
  return (
    <Box className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={ICONS[tone]} />
      <Box className="grow">{children}</Box>
      {onClose && <IconButton icon="close" label={t('app.verb.close')} onPress={onClose} />}
    </Box>
  );
}

/** Beside a verb that did nothing because a field above is wrong, perhaps out of sight. */
export function FootFault({ when }: { when: boolean }) {
  const { t } = useTexts();
  if (!when) return null;
  return (
    <Box className="foot-fault" role="alert">
      <Icon name="alert" />
      <Box>{t('app.field.lookAbove')}</Box>
    </Box>
  );
}

export interface FaultNoticeProps {
  fault: ApiFault | undefined;
  onClose?: () => void;
  /** Faults that mean something else here than elsewhere, by their code. */
  words?: Partial<Record<string, TextKey>>;
}

/** Nothing where there is no fault. */
export function FaultNotice({ fault, onClose, words }: FaultNoticeProps) {
  const { t } = useTexts();
  if (!fault) return null;
  const own = words?.[fault.code];
  return (
    <Notice tone="bad" onClose={onClose}>
      {own ? t(own) : faultText(t, fault)}
    </Notice>
  );
}
