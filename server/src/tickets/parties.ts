/** Who a ticket is from and about, as typed or as the register has them: encrypted, found by phone, shown masked. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Party } from '@sevengrid/shared/tickets/requests';
import { FieldCipher } from '../platform/database/field-cipher';
import { change, rows, type SqlValue } from '../platform/database/sql';

export type Part = 'requester' | 'beneficiary';

export interface PartyRow {
  ticketId: string;
  part: Part;
  name: string | null;
  phone: string | null;
}

@Injectable()
export class Parties {
  constructor(private readonly cipher: FieldCipher) {}

  async put(tx: EntityManager, ticketId: string, part: Part, party: Pick<Party, 'name'> & { phone?: string | null }) {
    await this.putAll(tx, [{ ticketId, part, name: party.name, phone: party.phone ?? null }]);
  }

  /** One statement for many; a party that is there already is replaced. */
  async putAll(tx: EntityManager, parties: readonly PartyRow[]): Promise<void> {
    if (parties.length === 0) return;
    await change(
      tx,
      `REPLACE INTO ticket_party (ticket_id, part, name_enc, phone_enc, phone_idx, phone_tail)
       VALUES ${parties.map(() => '(?,?,?,?,?,?)').join(', ')}`,
      parties.flatMap((party) => this.columns(party)),
    );
  }

  /** The parties of one ticket, in the clear: mask before they leave. */
  async of(tx: EntityManager, ticketId: string): Promise<Map<Part, PartyRow>> {
    const found = await rows<{ part: Part; name_enc: Buffer | null; phone_enc: Buffer | null }>(
      tx,
      'SELECT part, name_enc, phone_enc FROM ticket_party WHERE ticket_id = ?',
      [ticketId],
    );
    return new Map(
      found.map(({ part, name_enc: name, phone_enc: phone }) => [
        part,
        { ticketId, part, name: name && this.cipher.open(name), phone: phone && this.cipher.open(phone) },
      ]),
    );
  }

  private columns({ ticketId, part, name, phone }: PartyRow): SqlValue[] {
    return [
      ticketId,
      part,
      name && this.cipher.seal(name),
      phone && this.cipher.seal(phone),
      phone && this.cipher.phoneIndex(phone),
      phone && this.cipher.phoneTail(phone),
    ];
  }
}
