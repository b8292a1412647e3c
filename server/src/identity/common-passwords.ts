/** Passwords that are guessed first: common words, keyboard walks and what people here would think of. */

/** Compared after letters are lowered, usual replacements undone, and digits and signs at both ends taken off. */
const STEMS = [
  'password', 'passwort', 'passw', 'pass', 'admin', 'administrator', 'root', 'test', 'tester', 'guest', 'user', 'login',
  'welcome', 'letmein', 'changeme', 'default', 'secret', 'master', 'hello', 'iloveyou', 'love', 'dragon', 'monkey',
  'football', 'baseball', 'sunshine', 'princess', 'superman', 'qwerty', 'qwertyuiop', 'qwer', 'qweasd', 'qweasdzxc',
  'asdf', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm', 'qazwsx', 'qazwsxedc', 'wsxedc', 'abc', 'abcd', 'abcdef', 'abcdefg',
  'aaa', 'woaini', 'wodemima', 'mima', 'xingfu', 'shequ', 'wangge', 'sevengrid', 'grid', 'community', 'lhasa', 'lasa',
  'xizang', 'tibet', 'tashidelek', 'zhaxidele', 'beijing', 'china', 'zhongguo', 'xinnian', 'weixin', 'wechat',
]; // prettier-ignore

const STEM_SET = new Set(STEMS);

const REPLACED: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
};

const undone = (text: string): string => text.replace(/[@431!0$5]/g, (sign) => REPLACED[sign] ?? sign);
const letters = (text: string): string => text.replace(/[^a-z]/g, '');

/** True for a common password, dressed up with digits and signs or not. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  const withoutEnd = lower.replace(/[^a-z]+$/, '');
  const bare = withoutEnd.replace(/^[^a-z]+/, '');
  return [bare, undone(bare), undone(withoutEnd), undone(lower)].some((text) => STEM_SET.has(letters(text)));
}
