/** The sentence a person reads when something went wrong. */
import type { ApiFault } from '../api/fault';
import type { Translate } from '../platform/translate';

export function faultText(t: Translate, fault: ApiFault): string {
  if (fault.status === 0) return t('app.fault.network');
  return fault.detail || t('app.fault.unknown', { trace: fault.traceId || fault.code });
}
