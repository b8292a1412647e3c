/** Shows just enough of a name or a phone to recognise it; names of Tibetan people are never split into parts. */

const TIBETAN = /[\u0f00-\u0fff]/;
const TSHEG = /[\u0f0b\u0f0c\s]+/;
const HIDDEN = '*';

const hidden = (count: number): string => HIDDEN.repeat(Math.max(1, count));

/** ཚེ་རིང་སྒྲོལ་མ → ཚེ་***: the first syllable, then one star for each syllable that follows. */
function maskTibetan(name: string): string {
  const syllables = name.split(TSHEG).filter((part) => part.replace(/[\u0f0d-\u0f14]/g, '') !== '');
  if (syllables.length < 2) return HIDDEN;
  return `${syllables[0] ?? ''}\u0f0b${hidden(syllables.length - 1)}`;
}

/**
 * Chinese script: names of up to three characters show one, longer ones two (张*, 王**, 扎*, 次仁**), since a name of
 * four or more is a Tibetan one of two-syllable words, or a double surname. Nothing here looks for a surname.
 */
function maskHan(characters: readonly string[]): string {
  if (characters.length < 2) return HIDDEN;
  const shown = characters.length >= 4 ? 2 : 1;
  return characters.slice(0, shown).join('') + hidden(characters.length - shown);
}

/** The name masked by syllable; never shows the whole of it. */
export function maskName(name: string): string {
  const plain = name.normalize('NFC').trim();
  if (plain === '') return HIDDEN;
  if (TIBETAN.test(plain)) return maskTibetan(plain);
  const parts = plain.split(/[\s·•]+/).filter(Boolean);
  const characters = [...parts.join('')];
  if (/^[\p{Script=Latin}'’.-]+$/u.test(parts.join(''))) return `${characters[0] ?? ''}${hidden(2)}`;
  return maskHan(characters);
}

/** 138****8000; a landline keeps its area code's first three digits; anything short keeps two at its end. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 9) return `****${digits.slice(-2)}`;
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
