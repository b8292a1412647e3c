/** Brings the words of planning activities and putting their lists up; the pages that say them import it. */
import { carry } from '..';
import { planning as bo } from '../bo/apart/planning';
import { planning as zh } from '../zh/apart/planning';

carry(zh, bo);
