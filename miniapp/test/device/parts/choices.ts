/** What is chosen by a tap: switch, checkbox, radio and their groups; and the picker, which asks in a list from below. */
import { partAt, type Part, type Shown } from './part';

/** Tags that a label may stand for. */
export const TOGGLES = 'wx-checkbox, wx-radio, wx-switch';

const members = (group: Element | null, tag: string): Shown[] =>
  [...(group?.querySelectorAll(tag) ?? [])].flatMap((element) => partAt(element) ?? []);

/** What a tap on it, or on its label, does. */
export function flip(self: Shown): void {
  if (self.of<boolean>('disabled')) return;
  const tag = self.host.localName;
  const group = self.host.closest(`${tag}-group`);
  const checked = tag === 'wx-radio' || !self.of<boolean>('checked');
  if (tag === 'wx-radio') members(group, tag).forEach((other) => other.keep({ checked: false }));
  self.keep({ checked });
  if (tag === 'wx-switch') return self.tell('change', { value: checked });
  const values = members(group, tag)
    .filter((one) => one.of<boolean>('checked'))
    .map((one) => one.of<string>('value'));
  partAt(group)?.tell('change', { value: tag === 'wx-radio' ? values[0] : values });
}

const toggle = (kind: string): Part => ({
  inside: `<h-div class="wx-mark wx-mark-${kind} {{checked ? 'is-on' : ''}}"></h-div><slot/>`,
  properties: { value: '', checked: false, disabled: false, name: null },
  ignores: 'color type',
  begins: (self) => self.listens('tap', () => flip(self)),
});

const group: Part = { inside: '<slot/>', properties: { name: null } };

/** The words of one option: themselves, or those under `range-key`. */
const optionOf = (option: unknown, key: string): string =>
  String(key ? (option as Record<string, unknown>)[key] : option);

const two = (n: number): string => String(n).padStart(2, '0');

const today = (now = new Date()): string => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

/** Where WeChat's wheels stand while nothing was picked. */
const BLANK: Record<string, () => string> = { date: today, time: () => '00:00' };

async function pick(self: Shown): Promise<void> {
  if (self.of<boolean>('disabled')) return;
  const mode = self.of<string>('mode');
  const key = self.of<string | null>('rangeKey') ?? '';
  const answers = mode === 'selector' ? self.of<unknown[]>('range').map((option) => optionOf(option, key)) : ['确定'];
  const field = mode === 'selector' ? undefined : self.of<string | null>('value') || BLANK[mode]?.();
  const answer = await self.asks({
    shape: 'list',
    title: self.of<string | null>('headerText') ?? '',
    answers,
    cancel: '取消',
    field,
  });
  if (answer === null) self.tell('cancel', {});
  else self.tell('change', { value: mode === 'selector' ? answers.indexOf(answer) : answer });
}

/** Modes selector, date and time; a date or a time is typed. */
const picker: Part = {
  inside: '<slot/>',
  properties: {
    mode: 'selector',
    range: [],
    rangeKey: null,
    value: null,
    disabled: false,
    headerText: null,
    name: null,
  },
  ignores: 'start end fields custom-item level',
  begins: (self) => self.listens('tap', () => void pick(self)),
};

export const CHOICES: Record<string, Part> = {
  switch: toggle('switch'),
  checkbox: toggle('checkbox'),
  radio: toggle('radio'),
  'checkbox-group': group,
  'radio-group': group,
  picker,
};
