/** Brings the words of filing a ticket; the pages that say them import it. */
import { carry } from '..';
import { filing as bo } from '../bo/apart/filing';
import { filing as zh } from '../zh/apart/filing';

carry(zh, bo);
