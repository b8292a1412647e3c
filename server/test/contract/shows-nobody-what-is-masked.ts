/** Looks through everything that was answered for the names, numbers and tokens that were planted. */
import type { TestApp } from '../actors/start-app';
import { COLUMNS, type Cast, type Column } from './cast';
import { MATRIX } from './matrix';

/** Rows whose very purpose is to show one person's own data, or one value after a counted reveal. */
const MAY_SHOW: Readonly<Record<string, string>> = {
  'identity.demo': 'lists the invented people by name',
  'grids.revealResident': 'shows the number, counted and on the audit log',
  'members.reveal': 'shows the number, counted and on the audit log',
  'tickets.revealRequester': 'shows the number, counted and on the audit log',
};
/** Rows that answer with a token or a link, once, to whoever made it. */
const GIVES_TOKEN = /^(identity\.(logIn|demo)|cards\.(scan|issue|rotate|readLink)|tickets\.follow)/;

export interface Seen {
  row: string;
  who: Column;
  status: number;
  text: string;
}

/** What was found, named without repeating it. */
const found = (canaries: readonly string[], seen: readonly Seen[]): string[] => [
  ...new Set(
    seen
      .filter(({ text }) => canaries.some((canary) => text.includes(canary)))
      .map(({ row, who }) => `${row} × ${who}`),
  ),
];

/** The promises, of what was seen by the time they are asked. */
export function showsNobodyWhatIsMasked(app: () => TestApp, cast: () => Cast, answers: readonly Seen[]): void {
  const openRows = (): Seen[] => answers.filter(({ row }) => !MAY_SHOW[row]);

  it('called every cell, and no call broke the server', () => {
    expect(answers).toHaveLength(MATRIX.length * COLUMNS.length);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('shows a name to its owner only', () => {
    const leaks = openRows().filter(({ who, text }) =>
      cast().canaries.names.some(({ value, owner }) => owner !== who && text.includes(value)),
    );
    expect(leaks.map(({ row, who }) => `${row} × ${who}`)).toEqual([]);
  });

  it('shows a phone number to its owner only', () => {
    const leaks = openRows().filter(({ who, text }) =>
      cast().canaries.phones.some(({ value, owner }) => owner !== who && text.includes(value)),
    );
    expect(leaks.map(({ row, who }) => `${row} × ${who}`)).toEqual([]);
  });

  it('shows a door to those who work there, live there or look after it, and to nobody else', () => {
    const works = new Set<Column>(['worker', 'staff', 'lead', 'street', 'auditor', 'admin']);
    const may = (who: Column, door: string): boolean =>
      works.has(who) || cast().doors.some((of) => of.owner === who && of.door === door);
    const leaks = answers.filter(({ who, text }) =>
      cast().place.doors.some((door) => text.includes(door) && !may(who, door)),
    );
    expect([...new Set(leaks.map(({ row, who }) => `${row} × ${who}`))]).toEqual([]);
    expect(answers.filter(({ text }) => cast().place.doors.some((door) => text.includes(door))).length).toBeGreaterThan(
      50,
    );
  });

  it('shows something of the masked fields, so that the search means something', () => {
    const masked = answers.filter(({ text }) => /1\d\d\*{4}\d{4}/.test(text));
    expect(masked.length).toBeGreaterThan(20);
    expect(
      found(
        cast().canaries.phones.map(({ value }) => value),
        answers.filter(({ row }) => row.includes('.reveal')),
      ).length,
    ).toBe(8);
  });

  it('answers a card’s token and a session’s token to nobody but who gets it', () => {
    const cardTokens = cast().place.tokens;
    expect(
      found(
        cardTokens,
        answers.filter(({ row }) => !GIVES_TOKEN.test(row)),
      ),
    ).toEqual([]);
    expect(found([...cast().tokens], answers)).toEqual([]);
  });

  it('answers nobody an openid, a session key of WeChat or a hash of a password', () => {
    expect(found(['openid-canary', 'c2Vzc2lvbiBrZXkgb2YgYQ==', '$argon2'], answers)).toEqual([]);
  });

  it('writes none of it to the log', () => {
    const log = app().log.join('\n');
    const { names, phones } = cast().canaries;
    const canaries = [...names, ...phones].map(({ value }) => value);
    const secrets = [
      ...cast().tokens,
      ...cast().place.tokens,
      'openid-canary',
      'secret0000',
      'c2Vzc2lvbiBrZXkgb2YgYQ==',
    ];
    expect(app().log.length).toBeGreaterThan(500);
    expect([...canaries, ...secrets].filter((canary) => log.includes(canary))).toEqual([]);
  });

  it('puts none of it into a refusal', () => {
    const { names, phones } = cast().canaries;
    const canaries = [...names, ...phones].map(({ value }) => value);
    const refusals = answers.filter(({ status }) => status >= 400);
    expect(refusals.length).toBeGreaterThan(300);
    expect(found([...canaries, ...cast().tokens, ...cast().place.tokens], refusals)).toEqual([]);
  });
}
