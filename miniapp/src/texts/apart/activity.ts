/** Brings the words of one activity; the pages that say them import it. */
import { carry } from '..';
import { activity as bo } from '../bo/apart/activity';
import { activity as zh } from '../zh/apart/activity';

carry(zh, bo);
