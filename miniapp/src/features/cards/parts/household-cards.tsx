/** The cards of one household: the one that works, those that ended, and making a new one. */
import { useState } from 'react';
import { printingRoutes } from '@sevengrid/shared/cards/printing.routes';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import type { CardLinkView } from '@sevengrid/shared/cards/views';
import { go } from '../../../platform/navigate';
import { Button, Empty, FaultNotice, Listed } from '../../../ui';
import { useDo, useInfinite, useMe, useTexts } from '../../../use';
import { CardLink } from './card-link';
import { CardRow, type CardVerb } from './card-row';
import { EndSheet, ReprintSheet } from './card-sheets';

interface HouseholdCardsProps {
  householdId: string;
  /** Undefined until it is known. */
  gridId: string | undefined;
}

export function HouseholdCards({ householdId, gridId }: HouseholdCardsProps) {
  const { t } = useTexts();
  const { may } = useMe();
  const [asked, ask] = useState<{ verb: CardVerb; id: string }>();
  const [link, setLink] = useState<CardLinkView>();
  const list = useInfinite(cardRoutes.cards, { query: { householdId } });
  const issue = useDo(cardRoutes.issue, { then: setLink });
  const close = (): void => ask(undefined);
  const take = (made: CardLinkView): void => {
    setLink(made);
    close();
  };
  const issueVerb = may('card.issue') && (
    <Button icon="card" busy={issue.busy} onPress={() => void issue.run({ body: { householdId } })}>
      {t('work.card.issue')}
    </Button>
  );
  const sheet = asked && { cardId: asked.id, onClose: close, onLink: take };
  const hasActive = list.items.some(({ status }) => status === 'active');
  const ended = list.items.some(({ id, status }) => id === link?.card.id && status !== 'active');
  return (
    <>
      <FaultNotice fault={issue.fault} onClose={issue.clear} />
      {link && !ended && <CardLink key={link.url} link={link} onClose={() => setLink(undefined)} />}
      <Listed
        of={list}
        rows={1}
        empty={<Empty title={t('work.card.none')} hint={t('work.card.none.hint')} action={issueVerb} />}
      >
        {(cards) => (
          <>
            {!hasActive && issueVerb}
            {hasActive && gridId && may('card.print') && may('card.issue') && (
              <PrintVerb gridId={gridId} householdId={householdId} />
            )}
            {cards.map((card) => (
              <CardRow key={card.id} card={card} onVerb={(verb) => ask({ verb, id: card.id })} />
            ))}
          </>
        )}
      </Listed>
      {sheet && asked.verb === 'reprint' && <ReprintSheet {...sheet} />}
      {sheet && asked.verb !== 'reprint' && <EndSheet {...sheet} replaces={asked.verb === 'rotate'} />}
    </>
  );
}

/** A sheet with this household's card alone. */
function PrintVerb({ gridId, householdId }: { gridId: string; householdId: string }) {
  const { t } = useTexts();
  const print = useDo(printingRoutes.make, { then: ({ id }) => go('cards/print', { batchId: id }) });
  const body = { gridId, householdIds: [householdId], which: 'all' as const };
  return (
    <>
      <FaultNotice fault={print.fault} onClose={print.clear} />
      <Button kind="secondary" icon="print" busy={print.busy} onPress={() => void print.run({ body })}>
        {t('work.card.print')}
      </Button>
    </>
  );
}
