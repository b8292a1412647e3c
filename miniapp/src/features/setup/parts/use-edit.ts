/** One form of the set-up pages: kept as a draft, checked by the request's own class, sent once; what the server finds wrong is marked at its field. */
import { useEffect, useMemo } from 'react';
import type { InputOf, JsonRoute, ReplyOf, RequestClass } from '@sevengrid/shared/kernel/route';
import type { ApiFault } from '../../../api/fault';
import { useDo, useDraft, useForm, type Draft } from '../../../use';
import { CHANGED_BY_SET_UP } from './changed';

export interface FieldOfEdit {
  value: string;
  onChange: (value: string) => void;
  onEnter: () => void;
  error: string | undefined;
}

export interface Edit<F extends object> {
  form: F;
  put: (part: Partial<F>) => void;
  draft: Draft<F>;
  /** Everything an input of this name needs. */
  field: (name: keyof F & string) => FieldOfEdit;
  errorOf: (field: string) => string | undefined;
  send: () => void;
  /** The same with something changed that is no field: taken out of use, or back into it. */
  sendWith: (part: Partial<F>) => void;
  busy: boolean;
  /** Problems are shown, and there are some. */
  wrong: boolean;
  /** What the server said, unless a field says it already. */
  fault: ApiFault | undefined;
  clear: () => void;
}

export interface EditOf<S extends JsonRoute, F extends object> {
  /** Of the draft: with the version that is edited in it, so that a draft is never laid over newer words. */
  name: string;
  blank: F;
  request: RequestClass;
  route: S;
  /** What is sent, made of the form alone; undefined values are left out. Declared once, outside of any component. */
  bodyOf: (form: F) => object;
  params?: { id: string };
  /** Where a field of the form is another one in the request: `numberPrefix` → `community.numberPrefix`. */
  paths?: Partial<Record<keyof F, string>>;
  then: (reply: ReplyOf<S>) => void;
}

const withoutGaps = (body: object): object =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

export function useEdit<S extends JsonRoute, F extends object>(of: EditOf<S, F>): Edit<F> {
  const draft = useDraft(of.name, of.blank);
  const { form, put, wipe } = draft;
  const { bodyOf } = of;
  const body = useMemo(() => withoutGaps(bodyOf(form)), [bodyOf, form]);
  const checked = useForm(of.request, body);
  const doing = useDo(of.route, {
    refresh: CHANGED_BY_SET_UP,
    then: (reply) => {
      wipe();
      of.then(reply);
    },
  });
  const { fault } = doing;
  useEffect(() => {
    if (fault && fault.fields.length > 0) checked.take(fault);
    // `take` is made anew with every drawing; one fault is taken over once.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [fault]);
  const sendWith = (part: Partial<F>): void => {
    if (!checked.check()) return;
    const input = { body: withoutGaps(bodyOf({ ...form, ...part })), ...(of.params ? { params: of.params } : {}) };
    void doing.run(input as unknown as InputOf<S>);
  };
  const send = (): void => sendWith({});
  const field = (name: keyof F & string): FieldOfEdit => ({
    value: form[name] as string,
    onChange: (value) => put({ [name]: value } as unknown as Partial<F>),
    onEnter: send,
    error: checked.errorOf(of.paths?.[name] ?? name),
  });
  return {
    ...{ form, put, draft, field, errorOf: checked.errorOf, send, sendWith },
    ...{ busy: doing.busy, wrong: checked.wrong, fault, clear: doing.clear },
  };
}
