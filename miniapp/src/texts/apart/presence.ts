/** Brings the words of coming and going; the pages that say them import it. */
import { carry } from '..';
import { presence as bo } from '../bo/apart/presence';
import { presence as zh } from '../zh/apart/presence';

carry(zh, bo);
