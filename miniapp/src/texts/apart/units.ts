/** Brings the words of work units and their members; the pages that say them import it. */
import { carry } from '..';
import { units as bo } from '../bo/apart/units';
import { units as zh } from '../zh/apart/units';

carry(zh, bo);
