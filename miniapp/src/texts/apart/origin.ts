/** Brings the words of how a ticket came in and who agreed; the pages that say them import it. */
import { carry } from '..';
import { origin as bo } from '../bo/apart/origin';
import { origin as zh } from '../zh/apart/origin';

carry(zh, bo);
