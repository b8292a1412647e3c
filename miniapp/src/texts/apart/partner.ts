/** Brings the words of outside bodies; the pages that say them import it. */
import { carry } from '..';
import { partner as bo } from '../bo/apart/partner';
import { partner as zh } from '../zh/apart/partner';

carry(zh, bo);
