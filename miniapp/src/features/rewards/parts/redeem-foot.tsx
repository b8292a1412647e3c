/** The one verb of an offer: it says first what is held and for how long, and why it cannot be had where it cannot. */
import { useState } from 'react';
import type { OfferView } from '@sevengrid/shared/rewards/offers.views';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import { offerRoutes } from '@sevengrid/shared/rewards/offers.routes';
import { pointRoutes } from '@sevengrid/shared/points/routes';
import { replace } from '../../../platform/navigate';
import { Button, FaultNotice, Sheet, Words } from '../../../ui';
import { spanText, useDo, useTexts } from '../../../use';

/** Whatever a redemption changes. */
export const MOVED = [
  redemptionRoutes.mine,
  redemptionRoutes.one,
  offerRoutes.list,
  offerRoutes.one,
  pointRoutes.mine,
] as const;

export function RedeemFoot({ offer, hindered }: { offer: OfferView; hindered: boolean }) {
  const { t, say } = useTexts();
  const [sure, ask] = useState(false);
  const redeem = useDo(redemptionRoutes.redeem, {
    refresh: MOVED,
    then: ({ id }) => replace('rewards/code', { id }),
  });
  const verb = t(offer.cost === 0 ? 'rewards.redeem.free' : 'rewards.redeem');
  const span = spanText(t, offer.holdSeconds * 1_000);
  const close = (): void => {
    ask(false);
    redeem.clear();
  };
  return (
    <>
      <Button grow icon="check" disabled={hindered} onPress={() => ask(true)}>
        {verb}
      </Button>
      <Sheet
        open={sure}
        title={t('rewards.redeem.title', { title: say(offer.title) })}
        verb={verb}
        busy={redeem.busy}
        onVerb={() => void redeem.run({ params: { id: offer.id } })}
        onClose={close}
      >
        <Words>{t(offer.cost > 0 ? 'rewards.redeem.points' : 'rewards.redeem.keep', { n: offer.cost, span })}</Words>
        <FaultNotice fault={redeem.fault} onClose={redeem.clear} />
      </Sheet>
    </>
  );
}
