/** A form checked by the same class as on the server; problems appear when asked for, then follow what is typed. */
import { useEffect, useMemo, useState } from 'react';
import type { FieldProblem } from '@sevengrid/shared/kernel/fault';
import type { RequestClass } from '@sevengrid/shared/kernel/route';
import type { ApiFault } from '../api/fault';
import { problemsIn } from '../api/check';
import { showFirstWrong } from '../platform/focus';
import type { TextKey } from '../platform/translate';
import { useTexts } from './use-texts';

const SAYS: Record<string, TextKey> = {
  isDefined: 'app.field.required',
  isNotEmpty: 'app.field.required',
  notBlank: 'app.field.required',
  isString: 'app.field.required',
  isIn: 'app.field.choose',
  isEnum: 'app.field.choose',
  isLength: 'app.field.tooShort',
  minLength: 'app.field.tooShort',
  taken: 'app.field.taken',
};

/** What is chosen and not typed is named by an id; which rule it breaks is no news to a reader. */
const CHOSEN = /Id$/;

/** Somebody's name: what can be wrong with it is that there is none. */
const PERSON = /(^|\.)(requester|beneficiary)\.name$/;

/** What to say of a field that breaks `rules`. */
export function fieldFault(field: string, rules: readonly string[]): TextKey {
  if (/phone/i.test(field)) return 'app.field.badPhone';
  if (PERSON.test(field)) return 'app.field.nameless';
  if (CHOSEN.test(field)) return 'app.field.choose';
  const rule = rules.find((name) => SAYS[name]);
  return (rule ? SAYS[rule] : undefined) ?? 'app.field.bad';
}

export interface FormCheck {
  problems: FieldProblem[];
  /** Problems are shown, and there are some. */
  wrong: boolean;
  /** Shows problems from now on and brings the first into view; true when there are none. */
  check: () => boolean;
  /** The sentence under a field, or undefined. */
  errorOf: (field: string) => string | undefined;
  /** Takes over what the server found wrong. */
  take: (fault: ApiFault) => void;
}

const bare = (field: string): string => field.replace(/^(body|query|params)\./, '');

export function useForm(type: RequestClass, form: object): FormCheck {
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  const [refused, setRefused] = useState<{ fields: FieldProblem[]; form: object }>();
  const problems = useMemo(() => problemsIn(type, form), [type, form]);
  const all = refused?.form === form ? [...problems, ...refused.fields] : problems;
  const [tries, setTries] = useState(0);
  // The fields are marked by the next drawing, and only then can the first of them be found.
  useEffect(() => {
    if (tries > 0) showFirstWrong();
  }, [tries]);
  return {
    problems,
    wrong: shown && all.length > 0,
    check: () => {
      setShown(true);
      if (problems.length > 0) setTries((n) => n + 1);
      return problems.length === 0;
    },
    errorOf: (field) => {
      const found = shown ? all.find((problem) => bare(problem.field) === field) : undefined;
      return found && t(fieldFault(field, found.rules));
    },
    take: (fault) => {
      setShown(true);
      setRefused({ fields: fault.fields, form });
      setTries((n) => n + 1);
    },
  };
}
