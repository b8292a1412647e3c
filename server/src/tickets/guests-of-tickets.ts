/** Guests whom the history of a ticket names stay known; of others not even that they followed one. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GuestTies } from '../identity/guest-ties';
import { change, rows } from '../platform/database/sql';

@Injectable()
export class GuestsOfTickets implements OnModuleInit {
  constructor(private readonly ties: GuestTies) {}

  onModuleInit(): void {
    this.ties.register({
      needed: async (tx, ids) => {
        const sql = 'SELECT DISTINCT actor_id FROM ticket_event WHERE actor_id IN (?)';
        return (await rows<{ actor_id: string }>(tx, sql, [ids])).map((row) => row.actor_id);
      },
      forgotten: (tx, ids) => change(tx, 'DELETE FROM ticket_guest WHERE guest_id IN (?)', [ids]),
    });
  }
}
