/** Brings the words of the page for an address that leads nowhere; that page imports it. */
import { carry } from '..';
import { lost as bo } from '../bo/apart/lost';
import { lost as zh } from '../zh/apart/lost';

carry(zh, bo);
