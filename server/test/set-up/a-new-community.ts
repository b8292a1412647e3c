/** An empty database with its first administrator, who has changed the one-time password; and people as they log in. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { FirstAdministrator, type Beginning } from '../../src/identity/first-administrator';
import type { Caller } from '../actors/caller';
import type { TestApp } from '../actors/start-app';

export const BEGINNING: Beginning = {
  ...{ city: '试城', street: '试街', community: '新社区', prefix: '新', phone: '08916000100' },
  ...{ account: 'admin', displayName: '小管' },
};

export const DUTY = { days: [1, 2, 3, 4, 5], from: 570, to: 1110 };

/** Whoever logs in with a one-time password gives themself this one. */
export const OWN = '雪莲-Lotus-4711';

export interface Newcomers {
  /** The one-time password as the command tells it. */
  first: string;
  /** Logs in; changes the password where that is demanded. */
  logIn: (account: string, password: string) => Promise<Caller>;
  admin: Caller;
  communityId: string;
  streetId: string;
}

export function begin(app: TestApp, beginning = BEGINNING): Promise<string> {
  return app
    .get(FirstAdministrator)
    .begin(beginning)
    .then((made) => ('password' in made ? made.password : ''));
}

export async function newCommunity(app: TestApp): Promise<Newcomers> {
  const first = await begin(app);
  const logIn = async (account: string, password: string): Promise<Caller> => {
    const session = (await app.as(null).call(identityRoutes.logInPassword, { body: { account, password } })).reply;
    const caller = app.as(session.token);
    if (session.mustChangePassword)
      void (await caller.call(identityRoutes.changePassword, { body: { current: password, next: OWN } })).reply;
    return caller;
  };
  const admin = await logIn(BEGINNING.account, first);
  const scopes = await app.dataSource.query<{ id: string; kind: string }[]>('SELECT id, kind FROM scope');
  const idOf = (kind: string): string => scopes.find((scope) => scope.kind === kind)?.id ?? '';
  return { first, logIn, admin, communityId: idOf('community'), streetId: idOf('street') };
}
