/** Brings the words of the counter; the pages that say them import it. */
import { carry } from '..';
import { counter as bo } from '../bo/apart/counter';
import { counter as zh } from '../zh/apart/counter';

carry(zh, bo);
