/** What is typed into: input and textarea, with WeChat's own way of drawing a placeholder. */
import type { Part, Shown } from './part';

type Field = HTMLInputElement | HTMLTextAreaElement;

const fieldOf = ({ host }: Shown): Field | null => host.querySelector<Field>('input, textarea');

/** WeChat lets 140 characters in unless it is told otherwise; -1 lets in any number. */
const FREE = 1_000_000;

/** `focus` as the page sets it moves the finger's place. */
function focuses(self: Shown): void {
  const field = fieldOf(self);
  if (self.of<boolean>('focus') || self.of<boolean>('autoFocus')) field?.focus();
}

/** Higher as more is written. */
function grows(self: Shown): void {
  const field = fieldOf(self);
  if (!field || !self.of<boolean>('autoHeight')) return;
  field.style.height = 'auto';
  self.host.style.height = `${field.scrollHeight}px`;
  field.style.height = '100%';
}

/** The page's value goes into the field, unless it is there already: the caret must stay. */
function follows(self: Shown): void {
  const field = fieldOf(self);
  const value = String(self.of<string | number | null>('value') ?? '');
  if (field && field.value !== value) field.value = value;
  self.keep({ empty: value === '' });
  grows(self);
}

function types(self: Shown): void {
  const field = fieldOf(self);
  if (!field) return;
  self.keep({ empty: field.value === '' });
  grows(self);
  self.tell('input', { value: field.value, cursor: field.selectionStart, keyCode: 0 });
}

const KEYBOARDS: Record<string, string> = { number: 'tel', digit: 'tel', idcard: 'text', 'safe-password': 'password' };

const shape = (self: Shown): void =>
  self.keep({
    kind: self.of<boolean>('password') ? 'password' : (KEYBOARDS[self.of<string>('type')] ?? 'text'),
    most: self.of<number>('maxlength') < 0 ? FREE : self.of<number>('maxlength'),
  });

const PLACEHOLDER = '<h-div class="wx-placeholder {{placeholderClass}}" wx:if="{{empty}}">{{placeholder}}</h-div>';

const BOUND =
  'aria-label="{{ariaLabel}}" disabled="{{disabled}}" maxlength="{{most}}" catch:input="types" catch:focus="enters" catch:blur="leaves"';

const field: Omit<Part, 'inside'> = {
  properties: {
    value: '',
    placeholder: '',
    placeholderClass: 'input-placeholder',
    disabled: false,
    type: 'text',
    password: false,
    maxlength: 140,
    focus: false,
    autoFocus: false,
    autoHeight: false,
    name: null,
  },
  keeps: { kind: 'text', most: 140, empty: true },
  reacts: [
    { to: 'type, password, maxlength', by: shape },
    { to: 'value', by: follows },
    { to: 'focus', by: focuses },
  ],
  hears: {
    types,
    enters: (self) => self.tell('focus', { value: fieldOf(self)?.value, height: 0 }),
    leaves: (self) => self.tell('blur', { value: fieldOf(self)?.value }),
    confirms: (self, event) => {
      if ((event as KeyboardEvent).key === 'Enter') self.tell('confirm', { value: fieldOf(self)?.value });
    },
  },
  begins: (self) => {
    shape(self);
    follows(self);
    focuses(self);
  },
};

/** The keyboard is not drawn, so how it behaves is nobody's concern. */
const KEYBOARD =
  'placeholder-style cursor cursor-color cursor-spacing selection-start selection-end adjust-position hold-keyboard confirm-type confirm-hold';

export const FIELDS: Record<string, Part> = {
  input: {
    ...field,
    inside: `<h-input type="{{kind}}" ${BOUND} bind:keydown="confirms"></h-input>${PLACEHOLDER}`,
    ignores: `${KEYBOARD} always-embed auto-fill safe-password-cert-path safe-password-length safe-password-time-stamp safe-password-nonce safe-password-salt safe-password-custom-hash`,
  },
  textarea: {
    ...field,
    inside: `<h-textarea ${BOUND}></h-textarea>${PLACEHOLDER}`,
    ignores: `${KEYBOARD} fixed show-confirm-bar disable-default-padding adjust-keyboard-to`,
  },
};
