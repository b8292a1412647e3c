/** Brings the words of finding a household by its card, and of its cards; the pages that say them import it. */
import { carry } from '..';
import { cards as bo } from '../bo/apart/cards';
import { cards as zh } from '../zh/apart/cards';

carry(zh, bo);
