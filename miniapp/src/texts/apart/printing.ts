/** Brings the words of printing cards; the pages that say them import it. */
import { carry } from '..';
import { printing as bo } from '../bo/apart/printing';
import { printing as zh } from '../zh/apart/printing';

carry(zh, bo);
