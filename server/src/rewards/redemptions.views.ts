/** How redemptions leave the server: whole to the member, with a masked name to the shop. */
import { Injectable } from '@nestjs/common';
import type { CapturedView, LookedUpView, RedemptionView } from '@sevengrid/shared/rewards/redemptions.views';
import type { Check } from '@sevengrid/shared/rewards/terms';
import type { EntityManager } from 'typeorm';
import { maskName } from '../identity/masking';
import { FieldCipher } from '../platform/database/field-cipher';
import { json } from '../platform/database/sql';
import { merchantNames, shopsOfOffers } from './merchants';
import { stateOf, type RedemptionRow } from './redemptions';

@Injectable()
export class RedemptionViews {
  constructor(private readonly cipher: FieldCipher) {}

  /** To whose they are. */
  async own(tx: EntityManager, found: readonly RedemptionRow[]): Promise<RedemptionView[]> {
    const shops = await shopsOfOffers(tx, [...new Set(found.map((row) => row.offer_id))]);
    const names = await merchantNames(
      tx,
      found.flatMap((row) => row.merchant_id ?? []),
    );
    return found.map((row) => ({
      ...{ id: row.id, offerId: row.offer_id, title: json(row.title), terms: json(row.terms), cost: row.cost },
      ...{ faceValueFen: Number(row.face_value_fen), minSpendFen: Number(row.min_spend_fen), state: stateOf(row) },
      ...{ madeAt: row.at.toISOString(), expiresAt: row.expires_at.toISOString() },
      usedAt: row.captured_at && row.captured_at.toISOString(),
      undoneAt: row.undone_at && row.undone_at.toISOString(),
      shop: row.merchant_id === null ? null : (names.get(row.merchant_id) ?? null),
      shops: shops.get(row.offer_id) ?? [],
    }));
  }

  lookedUp(row: RedemptionRow): LookedUpView {
    const checks: Check[] = Number(row.min_spend_fen) > 0 ? ['name', 'bill'] : ['name'];
    return {
      ...{ id: row.id, title: json(row.title), terms: json(row.terms), cost: row.cost },
      ...{ faceValueFen: Number(row.face_value_fen), minSpendFen: Number(row.min_spend_fen) },
      ...{ name: this.masked(row), expiresAt: row.expires_at.toISOString(), checks },
    };
  }

  captured(row: RedemptionRow): CapturedView {
    return {
      ...{ id: row.id, title: json(row.title), cost: row.cost, faceValueFen: Number(row.face_value_fen) },
      ...{ billFen: row.bill_fen === null ? null : Number(row.bill_fen), name: this.masked(row) },
      capturedAt: row.captured_at?.toISOString() ?? '',
      undoneAt: row.undone_at && row.undone_at.toISOString(),
      undoUntil: row.undo_until?.toISOString() ?? '',
    };
  }

  /** Whoever has a name for the public is masked as well: at the counter that is one name among others. */
  private masked({ name_enc: sealed, display_name: shown }: RedemptionRow): string {
    return maskName(sealed ? this.cipher.open(sealed) : (shown ?? ''));
  }
}
