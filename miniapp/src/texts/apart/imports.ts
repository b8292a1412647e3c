/** Brings the words of importing and exporting the register; the pages that say them import it. */
import { carry } from '..';
import { imports as bo } from '../bo/apart/imports';
import { imports as zh } from '../zh/apart/imports';

carry(zh, bo);
