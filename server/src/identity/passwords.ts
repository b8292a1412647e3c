/** Passwords: argon2id hashes, and the rule for new ones. */
import { hash, verify } from '@node-rs/argon2';
import { PASSWORD_MIN } from '@sevengrid/shared/identity/requests';
import { isCommonPassword } from './common-passwords';

/** OWASP's second choice for argon2id (the library's default kind): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobody: Promise<string> | null = null;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

/** Does the same work whether there is a hash or not, so that nobody learns from the time which accounts exist. */
export async function passwordFits(kept: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('the hash that nobody has');
  const fits = await verify(kept ?? (await nobody), password.normalize('NFC'));
  return kept !== null && fits;
}

/** Long enough, with a letter, a digit and a sign, not common, and not the account's own name. */
export function passwordIsStrong(password: string, account: string | null): boolean {
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];
  if ([...password].length < PASSWORD_MIN || !kinds.every((kind) => kind.test(password))) return false;
  if (new Set(password).size < 5) return false;
  if (account && password.toLowerCase().includes(account.toLowerCase())) return false;
  return !isCommonPassword(password);
}
