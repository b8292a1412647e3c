/** Brings the words of lists that are put up; the pages that say them import it. */
import { carry } from '..';
import { notice as bo } from '../bo/apart/notice';
import { notice as zh } from '../zh/apart/notice';

carry(zh, bo);
