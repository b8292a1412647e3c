/** Planning an activity, or writing it anew before it begins; a draft of the form stays on the phone. */
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { Button, FaultNotice, FootFault, Loaded, NoPermission, Page, RestoredDraft, Row, Stack } from '../../../ui';
import { useMe, useQueryOf, useRoute, useTexts } from '../../../use';
import { PlanForm } from '../parts/plan-form';
import { usePlan } from '../parts/use-plan';
import '../../../texts/apart/planning';

export default function PlanPage() {
  const { t } = useTexts();
  const { me, may } = useMe();
  const { id } = useQueryOf<{ id?: string }>();
  const read = useRoute(activityRoutes.one, { params: { id: id ?? '' } }, { when: id !== undefined, onShow: true });
  if (me && !may('activity.plan'))
    return (
      <Page title={t('volunteering.plan.title')}>
        <NoPermission />
      </Page>
    );
  if (id === undefined) return <Form of={undefined} again={undefined} />;
  if (read.data) return <Form key={read.data.version} of={read.data} again={read.again} />;
  return (
    <Page title={t('volunteering.plan.write')}>
      <Loaded of={read}>{() => null}</Loaded>
    </Page>
  );
}

interface FormProps {
  of: ActivityView | undefined;
  /** Reads it once more: somebody else was quicker. */
  again: (() => Promise<unknown>) | undefined;
}

function Form({ of, again }: FormProps) {
  const { t } = useTexts();
  const plan = usePlan(of);
  const { fault, busy, clear } = plan.doing;
  const newer = (): void => {
    clear();
    plan.draft.startAfresh();
    void again?.();
  };
  const foot = (
    <Stack className="grow">
      <FaultNotice fault={fault} onClose={clear} />
      <FootFault when={plan.form.wrong} />
      <Row wrap>
        {fault?.code === 'CHANGED_MEANWHILE' && (
          <Button kind="secondary" icon="refresh" onPress={newer}>
            {t('volunteering.plan.newer')}
          </Button>
        )}
        <Button grow busy={busy} onPress={plan.send}>
          {t(of && of.stage !== 'draft' ? 'volunteering.plan.save.open' : 'volunteering.plan.save')}
        </Button>
      </Row>
    </Stack>
  );
  return (
    <Page title={t(of ? 'volunteering.plan.write' : 'volunteering.plan.new')} footer={foot}>
      <RestoredDraft draft={plan.draft} />
      <PlanForm plan={plan} />
    </Page>
  );
}
