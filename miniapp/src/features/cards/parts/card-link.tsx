/** A card's link, just made or read again: the QR to print and the address to copy. It is a key: shown, never kept. */
import { useState } from 'react';
import type { CardLinkView } from '@sevengrid/shared/cards/views';
import { copyText } from '../../../platform/clipboard';
import { Box, Button, Card, Heading, Muted, Notice, Numbers, Row } from '../../../ui';
import { useTexts } from '../../../use';
import './card-link.scss';

/** A QR as an image address: no `;` may stand in it, WeChat splits styles there. */
const picture = (svg: string): string => `url("data:image/svg+xml,${encodeURIComponent(svg).replace(/'/g, '%27')}")`;

export function CardLink({ link, onClose }: { link: CardLinkView; onClose: () => void }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState<boolean>();
  return (
    <Card>
      <Heading>{t('work.card.link')}</Heading>
      <Muted>{t('work.card.link.lead')}</Muted>
      <Box className="cards-qr" role="img" label={t('work.card.qr')} style={{ backgroundImage: picture(link.qrSvg) }} />
      <Muted className="cards-centre">{link.card.address}</Muted>
      <Numbers className="cards-centre">{link.card.shortCode}</Numbers>
      <Box className="cards-link">{link.url}</Box>
      {copied !== undefined && (
        <Notice tone={copied ? 'good' : 'warn'}>{t(copied ? 'work.card.copied' : 'work.card.copy.failed')}</Notice>
      )}
      <Row wrap gap={2}>
        <Button grow kind="secondary" onPress={() => void copyText(link.url).then(setCopied)}>
          {t('work.card.copy')}
        </Button>
        <Button grow onPress={onClose}>
          {t('work.card.done')}
        </Button>
      </Row>
    </Card>
  );
}
