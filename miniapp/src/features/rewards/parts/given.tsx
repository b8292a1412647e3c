/** What was given: said at once, with the way to take it back, and on to whoever comes next. */
import { useState } from 'react';
import type { CapturedView } from '@sevengrid/shared/rewards/redemptions.views';
import { Button, Caption, Card, Facts, Heading, Notice, Numbers, Page } from '../../../ui';
import { useClock, useTexts, whenText } from '../../../use';
import { UndoGiving } from './undo-giving';

export function Given({ of, onNext }: { of: CapturedView; onNext: () => void }) {
  const { t, say } = useTexts();
  const now = useClock();
  const [undone, setUndone] = useState(false);
  return (
    <Page
      title={t('rewards.counter.title')}
      footer={
        <Button grow icon="scan" onPress={onNext}>
          {t('counter.next')}
        </Button>
      }
    >
      <Notice tone={undone ? 'info' : 'good'}>{t(undone ? 'counter.undone' : 'counter.done')}</Notice>
      <Card>
        <Heading>{say(of.title)}</Heading>
        <Numbers>{of.name}</Numbers>
        <Facts
          items={[
            { label: t('counter.cost'), value: of.cost },
            { label: t('counter.done.when'), value: whenText(t, Date.parse(of.capturedAt), now) },
          ]}
        />
      </Card>
      {!undone && (
        <>
          <UndoGiving of={of} onUndone={() => setUndone(true)} />
          <Caption>{t('counter.undo.until', { when: whenText(t, Date.parse(of.undoUntil), now) })}</Caption>
        </>
      )}
    </Page>
  );
}
