/** Brings the words of how long things are kept; the page that says them imports it. */
import { carry } from '..';
import { retention as bo } from '../bo/apart/retention';
import { retention as zh } from '../zh/apart/retention';

carry(zh, bo);
