// A recorded request as the bare program runs it: its statements, and in place of what is new each time a mark.
import { createHash } from 'node:crypto';

export const ulid = /[0-9A-HJKMNP-TV-Z]{26}/g;

export const hashOf = (token) => createHash('sha256').update(token).digest('hex');

/** Rows of these are other ones each time: written anew they would be there already, or leave ours behind where they were. */
const newEachTime = /^INSERT INTO point_(account|journal|entry|lot) /;

/**
 * Values with marks: ids that the request made itself become `{ fresh: n }` by `fresh`, the ticket, key, token and number
 * of the request `{ own: name }`, and texts that contain such `{ parts: [...] }`.
 */
export function marked(steps, { fresh, own }) {
  const names = new Map(Object.entries(own).map(([name, value]) => [value, name]));
  let ofNewRow = false;
  const again = (text) => {
    const key = fresh.has(text) ? text : `again ${text}`;
    if (!fresh.has(key)) fresh.set(key, fresh.size);
    return { fresh: fresh.get(key) };
  };
  const markOf = (text) => {
    if (names.has(text)) return { own: names.get(text) };
    if (ofNewRow) return again(text);
    return fresh.has(text) ? { fresh: fresh.get(text) } : undefined;
  };
  const look = new RegExp([...names.keys()].map(literal).concat(ulid.source).join('|'), 'g');
  const inText = (text) => {
    const parts = [];
    let at = 0;
    for (const { 0: found, index } of text.matchAll(look)) {
      const mark = markOf(found);
      if (!mark) continue;
      parts.push(text.slice(at, index), mark);
      at = index + found.length;
    }
    if (parts.length === 0) return text;
    parts.push(text.slice(at));
    return parts.length === 3 && parts[0] === '' && parts[2] === '' ? parts[1] : { parts };
  };
  const value = (of) => {
    if (of instanceof Date) return { date: of.getTime() };
    if (Buffer.isBuffer(of)) return { bytes: of.toString('base64') };
    if (Array.isArray(of)) return { list: of.map(value) };
    return typeof of === 'string' ? inText(of) : (of ?? null);
  };
  return steps.map((step) => {
    ofNewRow = newEachTime.test(step.sql);
    return { ...step, values: step.values.map(value) };
  });
}

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Statements between taking a connection and giving it back, as `taken` counts them. */
export function byConnection(steps) {
  const all = new Map();
  for (const { taken, ...step } of steps) all.set(taken, [...(all.get(taken) ?? []), step]);
  return [...all.values()];
}

/** Makes of a marked value a function of one request, so that nothing is decided while it is measured. */
export function binder(value) {
  if (value === null || typeof value !== 'object') return () => value;
  if ('fresh' in value) return (request) => request.fresh(value.fresh);
  if ('own' in value) return (request) => request.own[value.own];
  if ('date' in value) return () => new Date(value.date);
  if ('bytes' in value) {
    const bytes = Buffer.from(value.bytes, 'base64');
    return () => bytes;
  }
  const of = (value.list ?? value.parts).map(binder);
  return value.list
    ? (request) => of.map((bind) => bind(request))
    : (request) => of.map((bind) => bind(request)).join('');
}
