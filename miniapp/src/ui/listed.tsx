/** A list that comes page by page, in all its states: loading, empty, refused, more to come, at its end. */
import type { ReactNode } from 'react';
import type { ReadList } from '../use/use-route';
import { useTexts } from '../use/use-texts';
import { Button } from './button';
import { FaultNotice } from './notice';
import { FaultState, Skeleton } from './states';
import { Box } from './elements';

/** From so many lines on one wonders whether there are more. */
const LONG = 10;

export interface ListedProps<T> {
  of: ReadList<T>;
  /** Shown when there is nothing. */
  empty: ReactNode;
  rows?: number;
  /** Said at the end of a long list. */
  end?: string;
  children: (items: T[]) => ReactNode;
}

export function Listed<T>({ of, empty, rows, end, children }: ListedProps<T>) {
  const { t } = useTexts();
  const isLong = of.items.length >= LONG;
  if (of.items.length === 0) {
    if (of.fault) return <FaultState fault={of.fault} again={of.again} />;
    return of.loading ? <Skeleton rows={rows} /> : <>{empty}</>;
  }
  return (
    <>
      <FaultNotice fault={of.fault} />
      {children(of.items)}
      {of.hasMore ? (
        <Button kind="secondary" busy={of.loadingMore} onPress={of.more}>
          {t('work.queue.more')}
        </Button>
      ) : (
        isLong && <Box className="caption list-end">{end ?? t('work.queue.end')}</Box>
      )}
    </>
  );
}
