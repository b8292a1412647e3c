/** Brings the words of setting a community up; the pages that say them import it. */
import { carry } from '..';
import { setup as bo } from '../bo/apart/setup';
import { setup as zh } from '../zh/apart/setup';

carry(zh, bo);
