/** Planning an activity, or writing it anew: kept as a draft, checked by the request's own class, sent once. */
import { useEffect, useMemo } from 'react';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import { PlanActivity, WriteActivity } from '@sevengrid/shared/volunteering/activities.requests';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { replace } from '../../../platform/navigate';
import { useDo, useDraft, useForm, type Doing, type Draft, type FormCheck } from '../../../use';
import { BLANK, bodyOf, fieldsOf, type PlanFields } from './plan-fields';

type Write = typeof activityRoutes.write;
type PlanNew = typeof activityRoutes.plan;

export interface Plan {
  draft: Draft<PlanFields>;
  form: FormCheck;
  doing: Pick<Doing<Write>, 'busy' | 'fault' | 'clear'>;
  send: () => void;
}

/** @param of undefined for a new one */
export function usePlan(of: ActivityView | undefined): Plan {
  const draft = useDraft(`volunteering.plan.${of ? `${of.id}.${of.version}` : 'new'}`, of ? fieldsOf(of) : BLANK);
  const body = useMemo(() => bodyOf(draft.form), [draft.form]);
  const form = useForm(of ? WriteActivity : PlanActivity, body);
  const then = ({ id }: ActivityView): void => {
    draft.wipe();
    replace('volunteering/activity', { id });
  };
  const plan = useDo(activityRoutes.plan, { then });
  const write = useDo(activityRoutes.write, { then });
  const doing = of ? write : plan;
  const { fault } = doing;
  useEffect(() => {
    if (fault && fault.fields.length > 0) form.take(fault);
    // `take` is made anew with every drawing; one fault is taken over once.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [fault]);
  const send = (): void => {
    if (!form.check()) return;
    // The class of the request has just checked what the type cannot say of a form.
    if (of) void write.run({ params: { id: of.id }, body } as unknown as InputOf<Write>);
    else void plan.run({ body } as unknown as InputOf<PlanNew>);
  };
  return { draft, form, doing, send };
}
