/** Brings the words of leading an activity on its day; the pages that say them import it. */
import { carry } from '..';
import { leading as bo } from '../bo/apart/leading';
import { leading as zh } from '../zh/apart/leading';

carry(zh, bo);
