/** Brings the words of handling: queue, desk and the steps of work; the pages that say them import it. */
import { carry } from '..';
import { steps as bo } from '../bo/apart/steps';
import { steps as zh } from '../zh/apart/steps';

carry(zh, bo);
