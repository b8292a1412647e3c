/** Ending, replacing and reprinting a card: each asks for its reason first. */
import { useState } from 'react';
import { CARD_ENDINGS, EndCard, ReadCardLink, type CardEnding } from '@sevengrid/shared/cards/requests';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import type { CardLinkView } from '@sevengrid/shared/cards/views';
import { ChoiceList, FaultNotice, Muted, ReasonSheet, Sheet, Stack } from '../../../ui';
import { useDo, useForm, useTexts } from '../../../use';

interface CardSheetProps {
  cardId: string;
  onClose: () => void;
  /** A link came of it. */
  onLink: (link: CardLinkView) => void;
}

/** A card that ends is either replaced in the same step or gone. */
export function EndSheet({ cardId, onClose, onLink, replaces }: CardSheetProps & { replaces: boolean }) {
  const { t } = useTexts();
  const [because, choose] = useState<CardEnding>();
  const { check, errorOf } = useForm(EndCard, { because });
  const end = useDo(cardRoutes.end, { then: onClose });
  const rotate = useDo(cardRoutes.rotate, { then: onLink });
  const doing = replaces ? rotate : end;
  const word = replaces ? 'rotate' : 'end';
  const send = (): void => {
    if (check() && because) void doing.run({ params: { id: cardId }, body: { because } });
  };
  return (
    <Sheet
      open
      danger={!replaces}
      title={t(`work.card.${word}`)}
      onClose={onClose}
      verb={t(`work.card.${word}`)}
      onVerb={send}
      busy={doing.busy}
    >
      <Stack>
        <Muted>{t(`work.card.${word}.lead`)}</Muted>
        <FaultNotice fault={doing.fault} onClose={doing.clear} />
        <ChoiceList
          label={t('work.card.because')}
          columns={2}
          options={CARD_ENDINGS.map((value) => ({ value, label: t(`work.card.because.${value}`) }))}
          value={because}
          onChange={choose}
          error={errorOf('because')}
        />
      </Stack>
    </Sheet>
  );
}

export function ReprintSheet({ cardId, onClose, onLink }: CardSheetProps) {
  const { t } = useTexts();
  const read = useDo(cardRoutes.readLink, { then: onLink, refresh: [] });
  return (
    <ReasonSheet
      title={t('work.card.reprint')}
      lead={t('work.card.reprint.lead')}
      label={t('work.card.reprint.reason')}
      verb={t('work.card.reprint.verb')}
      request={ReadCardLink}
      doing={read}
      onSend={(body) => void read.run({ params: { id: cardId }, body })}
      onClose={onClose}
    />
  );
}
