/** Brings the words of points; the pages that say them import it. */
import { carry } from '..';
import { points as bo } from '../bo/apart/points';
import { points as zh } from '../zh/apart/points';

carry(zh, bo);
