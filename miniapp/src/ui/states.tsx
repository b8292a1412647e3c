/** Every state a page can be in besides the good one: loading, empty, error, not allowed, not logged in. */
import type { ReactNode } from 'react';
import type { ApiFault } from '../api/fault';
import { dial } from '../platform/phone';
import { go } from '../platform/navigate';
import { faultText } from '../use/fault-text';
import type { Read } from '../use/use-route';
import { sessionLost } from '../state/session';
import { useSignal } from '../use/use-signal';
import { useTexts } from '../use/use-texts';
import { Button } from './button';
import { Box } from './elements';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { Heading, Muted } from './type';

export function Skeleton({ rows = 3 }: { rows?: number }) {
  const { t } = useTexts();
  return (
    <Box className="stack gap-3" role="status" label={t('app.state.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Box key={row} className="card" silent>
          <Box className="bone bone-title" />
          <Box className="bone" />
          <Box className="bone bone-short" />
        </Box>
      ))}
    </Box>
  );
}

interface StateProps {
  icon: IconName;
  title: string;
  hint?: string;
  children?: ReactNode;
}

const State = ({ icon, title, hint, children }: StateProps) => (
  <Box className="state">
    <Box className="state-picture">
      <Icon name={icon} size={36} />
    </Box>
    <Heading>{title}</Heading>
    {hint && <Muted>{hint}</Muted>}
    {children && <Box className="state-verbs">{children}</Box>}
  </Box>
);

export function Empty({ title, hint, action }: { title?: string; hint?: string; action?: ReactNode }) {
  const { t } = useTexts();
  return (
    <State icon="list" title={title ?? t('app.state.empty')} hint={hint}>
      {action}
    </State>
  );
}

export interface ErrorStateProps {
  fault: ApiFault;
  again: () => unknown;
  /** Whom to call when it will not work. */
  phone?: string;
}

export function ErrorState({ fault, again, phone }: ErrorStateProps) {
  const { t } = useTexts();
  return (
    <State icon={fault.status === 0 ? 'offline' : 'alert'} title={t('app.state.error')} hint={faultText(t, fault)}>
      <Button icon="refresh" onPress={() => void again()}>
        {t('app.verb.retry')}
      </Button>
      {phone && (
        <Button kind="ghost" icon="phone" onPress={() => dial(phone)}>
          {phone}
        </Button>
      )}
    </State>
  );
}

export function NoPermission() {
  const { t } = useTexts();
  return <State icon="lock" title={t('app.state.denied')} hint={t('app.state.denied.hint')} />;
}

export function NeedLogin() {
  const { t } = useTexts();
  const lost = useSignal(sessionLost);
  return (
    <State icon="person" title={t('app.state.login')} hint={t(lost ? 'app.state.lost' : 'app.state.login.hint')}>
      <Button onPress={() => go('identity/login')}>{t('app.verb.login')}</Button>
    </State>
  );
}

/** The state that a fault calls for. */
export function FaultState(props: ErrorStateProps) {
  if (props.fault.status === 401) return <NeedLogin />;
  if (props.fault.status === 403) return <NoPermission />;
  return <ErrorState {...props} />;
}

export interface LoadedProps<T> {
  of: Read<T>;
  rows?: number;
  phone?: string;
  children: (data: T) => ReactNode;
}

/** Draws what was read, or why it cannot be; older data stays while newer fails to come. */
export function Loaded<T>({ of, rows, phone, children }: LoadedProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.fault) return <FaultState fault={of.fault} again={of.again} phone={phone} />;
  return <Skeleton rows={rows} />;
}
