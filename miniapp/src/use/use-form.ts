/** A form checked by the same class as on the server; problems appear when asked for, then follow what is typed. */
import { useMemo, useState } from 'react';
import type { FieldProblem } from '@sevengrid/shared/kernel/fault';
import type { RequestClass } from '@sevengrid/shared/kernel/route';
import type { ApiFault } from '../api/fault';
import { problemsIn } from '../api/check';
import type { TextKey } from '../platform/translate';
import { useTexts } from './use-texts';

const SAYS: Record<string, TextKey> = {
  isDefined: 'app.field.required',
  isNotEmpty: 'app.field.required',
  notBlank: 'app.field.required',
  isString: 'app.field.required',
  isIn: 'app.field.required',
  isEnum: 'app.field.required',
  isLength: 'app.field.tooShort',
  minLength: 'app.field.tooShort',
};

export interface FormCheck {
  problems: FieldProblem[];
  /** Shows problems from now on; true when there are none. */
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
  return {
    problems,
    check: () => {
      setShown(true);
      return problems.length === 0;
    },
    errorOf: (field) => {
      const found = shown ? all.find((problem) => bare(problem.field) === field) : undefined;
      if (!found) return undefined;
      const rule = found.rules.find((name) => SAYS[name]);
      if (/phone/i.test(field)) return t('app.field.badPhone');
      return t((rule ? SAYS[rule] : undefined) ?? 'app.field.bad');
    },
    take: (fault) => {
      setShown(true);
      setRefused({ fields: fault.fields, form });
    },
  };
}
