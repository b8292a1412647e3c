/** Brings the words of deadlines, calendar and hand-over; the pages that say them import it. */
import { carry } from '..';
import { rules as bo } from '../bo/apart/rules';
import { rules as zh } from '../zh/apart/rules';

carry(zh, bo);
