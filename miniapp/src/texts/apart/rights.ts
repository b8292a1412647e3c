/** Brings the words of permissions; the pages that say them import it. */
import { carry } from '..';
import { rights as bo } from '../bo/apart/rights';
import { rights as zh } from '../zh/apart/rights';

carry(zh, bo);
