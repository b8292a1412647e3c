/** Brings the words of one ticket read from top to end; the pages that say them import it. */
import { carry } from '..';
import { ticket as bo } from '../bo/apart/ticket';
import { ticket as zh } from '../zh/apart/ticket';

carry(zh, bo);
