/** Both dictionaries carry the same keys and placeholders, and Tibetan is really Tibetan. */
import fs from 'node:fs';
import path from 'node:path';
import { TEXTS } from '../src/texts';
import '../src/texts/apart/activities';
import '../src/texts/apart/activity';
import '../src/texts/apart/cards';
import '../src/texts/apart/counter';
import '../src/texts/apart/filing';
import '../src/texts/apart/grids';
import '../src/texts/apart/leading';
import '../src/texts/apart/login';
import '../src/texts/apart/notice';
import '../src/texts/apart/office';
import '../src/texts/apart/origin';
import '../src/texts/apart/partner';
import '../src/texts/apart/points';
import '../src/texts/apart/rewards';
import '../src/texts/apart/planning';
import '../src/texts/apart/presence';
import '../src/texts/apart/rights';
import '../src/texts/apart/rules';
import '../src/texts/apart/service';
import '../src/texts/apart/setup';
import '../src/texts/apart/steps';
import '../src/texts/apart/ticket';
import '../src/texts/apart/units';
import { saidIn, isTextKey } from '../src/platform/translate';
import { PAGES } from '../src/platform/pages';

/** Languages are named in themselves. */
const OWN_NAMES = ['app.language.other', 'identity.me.language.zh', 'identity.me.language.bo'];

/** Tells how a door is written on the register, which is in Chinese. */
const QUOTES_CHINESE = ['grids.household.search.hint'];

const TIBETAN = /[\u0f00-\u0fff]/;
const HAN = /\p{Script=Han}/u;

/** Nothing to translate: only placeholders, figures and signs. */
const wordless = (words: string): boolean => !/\p{Letter}/u.test(words.replace(/\{\w+\}/g, ''));

const quoted = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const placeholders = (words: string): string[] => (words.match(/\{\w+\}/g) ?? []).sort();

const SOURCES = path.resolve(__dirname, '../src');

/** Every key that code names, whole or with parts that come from data. */
const said = fs
  .readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('texts'))
  .flatMap((file) => [...fs.readFileSync(path.join(SOURCES, file), 'utf8').matchAll(/['"`]([a-z]+\.[^'"`\n]+)['"`]/g)])
  .map(
    ([, key = '']) =>
      new RegExp(
        `^${key
          .split(/\$\{[^}]*\}/)
          .map(quoted)
          .join('[\\w.]+')}$`,
      ),
  );

describe('the dictionaries', () => {
  const keys = Object.keys(TEXTS.zh);

  it('have the same keys', () => {
    expect(Object.keys(TEXTS.bo).sort()).toEqual([...keys].sort());
  });

  it('leave nothing empty', () => {
    const empty = keys.filter((key) => !TEXTS.zh[key] || !TEXTS.bo[key]);
    expect(empty).toEqual([]);
  });

  it('differ, but for the allowed', () => {
    const same = keys.filter((key) => TEXTS.zh[key] === TEXTS.bo[key] && !wordless(TEXTS.zh[key] ?? ''));
    expect(same.filter((key) => !OWN_NAMES.includes(key))).toEqual([]);
  });

  it('use the same placeholders', () => {
    const unequal = keys.filter(
      (key) => placeholders(TEXTS.zh[key] ?? '').join() !== placeholders(TEXTS.bo[key] ?? '').join(),
    );
    expect(unequal).toEqual([]);
  });

  it('hold no Chinese in Tibetan, except the other language’s name and examples of what is written in Chinese', () => {
    const excused = [...OWN_NAMES, ...QUOTES_CHINESE];
    const own = keys.filter((key) => !excused.includes(key) && !key.endsWith('.placeholder'));
    const mixed = own.filter((key) => HAN.test(TEXTS.bo[key] ?? ''));
    expect(mixed).toEqual([]);
    expect(TEXTS.bo['app.state.offline']).toMatch(TIBETAN);
  });

  it('use no tsheg that forbids a line break', () => {
    expect(keys.filter((key) => TEXTS.bo[key]?.includes('\u0f0c'))).toEqual([]);
  });

  it('hold no words that nobody says', () => {
    expect(keys.filter((key) => !said.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it('name every page', () => {
    expect(Object.values(PAGES).filter(({ title }) => !isTextKey(title))).toEqual([]);
  });
});

describe('saying something', () => {
  it('fills in what is known and leaves the rest visible', () => {
    expect(saidIn('zh', 'app.state.queued', { n: 3 }).words).toBe('3 件等待发出');
    expect(saidIn('zh', 'app.state.queued').words).toBe('{n} 件等待发出');
  });

  it('falls back to Chinese and says so', () => {
    const kept = TEXTS.bo['app.verb.call'] ?? '';
    TEXTS.bo['app.verb.call'] = '';
    expect(saidIn('bo', 'app.verb.call')).toEqual({ words: '打电话', lang: 'zh' });
    TEXTS.bo['app.verb.call'] = kept;
    expect(saidIn('bo', 'app.verb.call').lang).toBe('bo');
  });
});
