/** Boxes and words: view, text, label, form, and the button with what WeChat asks when it is pressed. */
import { flip, TOGGLES } from './choices';
import { partAt, type Part, type Shown } from './part';

const view: Part = {
  inside: '<slot/>',
  properties: { hoverClass: 'none' },
  ignores: 'hover-stop-propagation hover-start-time hover-stay-time animation',
};

const text: Part = {
  inside: '<h-span><slot/></h-span>',
  ignores: 'selectable user-select space decode overflow max-lines',
};

/** A tap on a label is one on what it stands for. */
const label: Part = {
  inside: '<slot/>',
  properties: { for: '' },
  begins: ({ host, of, listens }) =>
    listens('tap', (from) => {
      const named = of<string>('for');
      const target = named ? document.getElementById(named) : host.querySelector(TOGGLES);
      const part = target?.contains(from) ? undefined : partAt(target);
      if (part) flip(part);
    }),
};

/** What each named field of a form holds. */
function held(form: Element): Record<string, unknown> {
  const fields = [...form.querySelectorAll('*')].flatMap((element) => partAt(element) ?? []);
  return Object.fromEntries(
    fields
      .filter((field) => field.of<unknown>('name'))
      .map((field) => {
        const typed = field.host.querySelector<HTMLInputElement>('input, textarea');
        return [field.of<string>('name'), typed?.value ?? field.of<unknown>('checked') ?? field.of<unknown>('value')];
      }),
  );
}

/** What WeChat asks by a button's `open-type`, and what the page hears. */
const OPENS: Record<string, { question: string; event: string; granted: Record<string, unknown> }> = {
  getPhoneNumber: { question: '申请获取你的手机号', event: 'getphonenumber', granted: { code: 'phone-code' } },
  chooseAvatar: { question: '使用微信头像', event: 'chooseavatar', granted: { avatarUrl: 'wxfile://avatar.png' } },
  agreePrivacyAuthorization: { question: '同意隐私保护指引', event: 'agreeprivacyauthorization', granted: {} },
};

async function open(self: Shown): Promise<void> {
  const opened = OPENS[self.of<string>('openType')];
  if (!opened) return;
  const { question, event, granted } = opened;
  const answer = await self.asks({ shape: 'list', words: question, answers: ['允许'], cancel: '拒绝' });
  if (answer === null) self.tell(event, { errMsg: `${event}:fail user deny` });
  else self.tell(event, { errMsg: `${event}:ok`, ...granted });
}

function press(self: Shown): void {
  if (self.of<boolean>('disabled')) return;
  const form = self.host.closest('wx-form');
  const type = self.of<string>('formType');
  if (form && type) partAt(form)?.tell(type, { value: held(form) });
  void open(self);
}

/** For the style sheet. */
function marks({ host, of }: Shown): void {
  for (const name of ['type', 'size', 'disabled']) host.setAttribute(name, String(of<unknown>(name)));
}

const button: Part = {
  inside: '<slot/>',
  properties: {
    type: 'default',
    size: 'default',
    disabled: false,
    formType: '',
    openType: '',
    hoverClass: 'button-hover',
  },
  ignores: 'plain loading hover-stop-propagation hover-start-time hover-stay-time lang session-from send-message-title',
  reacts: [{ to: 'type, size, disabled', by: marks }],
  begins: (self) => self.listens('tap', () => press(self)),
};

export const BOXES: Record<string, Part> = {
  view,
  text,
  label,
  button,
  form: { inside: '<slot/>', ignores: 'report-submit report-submit-timeout' },
};
