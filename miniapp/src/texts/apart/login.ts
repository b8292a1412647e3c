/** Brings the words of logging in and changing the password; the pages that say them import it. */
import { carry } from '..';
import { login as bo } from '../bo/apart/login';
import { login as zh } from '../zh/apart/login';

carry(zh, bo);
