/** Brings the words of offers and of what was redeemed; the pages that say them import it. */
import { carry } from '..';
import { rewards as bo } from '../bo/apart/rewards';
import { rewards as zh } from '../zh/apart/rewards';

carry(zh, bo);
