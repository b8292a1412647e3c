/** Brings the words of activities as members find them; the pages that say them import it. */
import { carry } from '..';
import { activities as bo } from '../bo/apart/activities';
import { activities as zh } from '../zh/apart/activities';

carry(zh, bo);
