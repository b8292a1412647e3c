/** What an offer costs, is worth and asks for, in words. */
import type { OfferView } from '@sevengrid/shared/rewards/offers.views';
import type { RedemptionState } from '@sevengrid/shared/rewards/terms';
import type { TextKey, Words } from '../../../use';

export const costText = ({ t }: Words, cost: number): string =>
  cost === 0 ? t('rewards.free') : t('rewards.cost', { n: cost });

/** How often one may have it; nothing where there is no limit. */
export const limitText = ({ t }: Words, { perPerson, window }: OfferView): string | undefined =>
  perPerson === null ? undefined : t(`rewards.limit.${window}`, { n: perPerson });

/** Where it can be used: the shop's name, or how many there are. */
export function shopsText({ t, nameOf }: Words, { shops }: Pick<OfferView, 'shops'>): string {
  const [first] = shops;
  if (!first) return t('rewards.shops.none');
  return shops.length === 1 ? nameOf(first) : t('rewards.shops.many', { n: shops.length });
}

/** Why it cannot be had now, in words; nothing where it can. */
export function hindrance({ t }: Words, offer: OfferView, available: number | undefined): string | undefined {
  if (offer.left === 0) return t('rewards.over');
  if (offer.shops.length === 0) return t('rewards.closed');
  if (offer.perPerson !== null && offer.mine >= offer.perPerson) return t('rewards.full');
  if (available === undefined || available >= offer.cost) return undefined;
  return t('rewards.short', { have: available, short: offer.cost - available });
}

interface StateLook {
  words: TextKey;
  tone: 'calm' | 'soon' | 'quiet';
  shape: 'ring' | 'check' | 'square';
}

export const STATE_LOOKS: Readonly<Record<RedemptionState, StateLook>> = {
  open: { words: 'rewards.state.open', tone: 'soon', shape: 'ring' },
  used: { words: 'rewards.state.used', tone: 'calm', shape: 'check' },
  cancelled: { words: 'rewards.state.cancelled', tone: 'quiet', shape: 'square' },
  expired: { words: 'rewards.state.expired', tone: 'quiet', shape: 'square' },
  undone: { words: 'rewards.state.undone', tone: 'quiet', shape: 'square' },
};
