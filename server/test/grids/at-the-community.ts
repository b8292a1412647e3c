/** The demo community in a test, with its people as callers. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { DemoContext } from '../../src/demo/demo-context';
import { seedCommunity } from '../../src/demo/seed-community';
import { CardDesk } from '../../src/cards/card-desk';
import { cardTokenInLink } from '@sevengrid/shared/cards/token';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import type { Caller } from '../actors/caller';
import type { TestApp } from '../actors/start-app';

export interface AtTheCommunity {
  demo: DemoContext;
  /** A caller freshly logged in as this demo account. */
  as(account: string): Promise<Caller>;
  /** The token printed on the household's first card. */
  tokenOf(householdId: string): Promise<string>;
  /** A guest who has just scanned the household's card. */
  guestOf(householdId: string): Promise<Caller>;
}

export async function community(app: TestApp): Promise<AtTheCommunity> {
  const demo = await seedCommunity(app.nest);
  if (!demo) throw new Error('this test needs an empty database');
  const tokenOf = async (householdId: string): Promise<string> => {
    const sql = 'SELECT token_enc FROM card WHERE active_household = ?';
    const [row] = await app.dataSource.query<[{ token_enc: Buffer }]>(sql, [householdId]);
    return cardTokenInLink(app.get(CardDesk).urlOf(row.token_enc)) ?? '';
  };
  return {
    demo,
    tokenOf,
    as: async (account) => {
      const session = await app.as(null).call(identityRoutes.logInDemo, { body: { account } });
      return app.as(session.reply.token);
    },
    guestOf: async (householdId) => {
      const scan = await app.as(null).call(cardRoutes.scan, { body: { token: await tokenOf(householdId) } });
      return app.as(scan.reply.token);
    },
  };
}
