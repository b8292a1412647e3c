/** Brings the words of accounts, outside bodies and roles; the pages that say them import it. */
import { carry } from '..';
import { office as bo } from '../bo/apart/office';
import { office as zh } from '../zh/apart/office';

carry(zh, bo);
