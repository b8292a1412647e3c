/** A card that is not ours, unreadable, or ended: say so kindly, with ways on. */
import type { ApiFault } from '../../../api/fault';
import { replace, restart } from '../../../platform/navigate';
import { canScan } from '../../../platform/scan';
import { Button, Card, Emergency, Empty, ErrorState } from '../../../ui';
import { cardQuery, scanCard, useTexts } from '../../../use';

/** Another card, in the place of this one. */
export async function scanAgain(): Promise<void> {
  const token = await scanCard();
  if (token !== undefined) replace('cards/scan', cardQuery(token));
}

const KNOWN = ['CARD_NOT_RECOGNISED', 'INPUT_INVALID'];

export function BadCard({ fault, again }: { fault?: ApiFault; again: () => void }) {
  const { t } = useTexts();
  if (fault && fault.code !== 'CARD_REVOKED' && !KNOWN.includes(fault.code))
    return <ErrorState fault={fault} again={again} />;
  const kind = fault?.code === 'CARD_REVOKED' ? 'revoked' : 'bad';
  const verbs = (
    <>
      {canScan ? (
        <Button icon="scan" onPress={() => void scanAgain()}>
          {t('cards.scan.again')}
        </Button>
      ) : (
        fault && (
          <Button icon="refresh" onPress={again}>
            {t('app.verb.retry')}
          </Button>
        )
      )}
      <Button kind="secondary" icon="search" onPress={() => restart('tickets/mine', { follow: 1 })}>
        {t('cards.scan.follow')}
      </Button>
      <Button kind="ghost" icon="home" onPress={() => restart('home/home')}>
        {t('cards.scan.home')}
      </Button>
    </>
  );
  return (
    <>
      <Empty title={t(`cards.scan.${kind}.title`)} hint={t(`cards.scan.${kind}.hint`)} action={verbs} />
      <Card>
        <Emergency />
      </Card>
    </>
  );
}
