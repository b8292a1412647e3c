/** Scanning a card: what it shows, and a guest session for whoever has none; a person logged in stays who they are. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import type { CardScanView } from '@sevengrid/shared/cards/views';
import { call } from '../../../api/call';
import { asFault, type ApiFault } from '../../../api/fault';
import { keptUnder } from '../../../platform/storage';
import { keepCard } from '../../../state/phone';
import { enter, useMe } from '../../../use';

export interface Scanned {
  card: CardScanView | undefined;
  fault: ApiFault | undefined;
  again: () => void;
}

export function useScanned(token: string): Scanned {
  const { me, loggedIn, loading } = useMe();
  const [card, setCard] = useState<CardScanView>();
  const [fault, setFault] = useState<ApiFault>();
  const knowsWho = !loggedIn || me !== undefined || !loading;
  const isPerson = loggedIn && me?.kind !== 'guest';
  const scanned = useRef('');
  const scan = useCallback(async (): Promise<void> => {
    scanned.current = token;
    setFault(undefined);
    try {
      const answer = await call(cardRoutes.scan, { body: { token } });
      // A guest who comes back by the same card goes on as who they are: what waits and what they filed is theirs.
      const known = loggedIn && keptUnder('card')?.token === token;
      keepCard(token);
      if (!isPerson && !known) enter(answer.token);
      setCard(answer.card);
    } catch (error) {
      setFault(asFault(error));
    }
  }, [token, isPerson, loggedIn]);
  useEffect(() => {
    // Once per card: the session that the scan itself opens must not make it scan again.
    if (token !== '' && knowsWho && scanned.current !== token) void scan();
  }, [token, knowsWho, scan]);
  return { card, fault, again: () => void scan() };
}
