/** Activities: those to sign up for, mine, those I organise, lists that are up, and all for those who plan. */
import { useState } from 'react';
import type { ActivityListName } from '@sevengrid/shared/volunteering/activities.requests';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import { go } from '../../../platform/navigate';
import { Button, Card, Empty, FilterChips, Listed, NeedLogin, Page } from '../../../ui';
import { useInfinite, useMe, useQueryOf, useTexts } from '../../../use';
import { ActivityRow } from '../parts/activity-row';
import { ALL_KINDS, KindFilter, ofKind } from '../parts/kind-filter';
import '../../../texts/apart/activities';
import '../../../texts/apart/planning';

/** What concerns one comes first; nobody is shown a list that is always empty for them. */
const listsFor = ({ seesAll, joins }: { seesAll: boolean; joins: boolean }): readonly ActivityListName[] => [
  ...(seesAll ? (['all'] as const) : []),
  ...(joins ? (['open', 'mine'] as const) : []),
  ...(['organise', 'notice'] as const),
];

function PlanVerb() {
  const { t } = useTexts();
  return (
    <Button grow icon="plus" onPress={() => go('volunteering/plan')}>
      {t('volunteering.plan.new')}
    </Button>
  );
}

export default function Activities() {
  const { t } = useTexts();
  const { side, may } = useMe();
  const { list: asked } = useQueryOf<{ list?: ActivityListName }>();
  const names = listsFor({ seesAll: may('activity.plan') || may('points.read'), joins: may('activity.join') });
  const [chosen, choose] = useState<ActivityListName>();
  const list = [chosen, asked].find((one) => one && names.includes(one)) ?? names[0] ?? 'open';
  const [kind, setKind] = useState(ALL_KINDS);
  const isKnown = side !== 'nobody' && side !== 'guest';
  const read = useInfinite(activityRoutes.list, { query: { list } }, { when: isKnown });
  const nothing = <Empty title={t(`volunteering.empty.${list}`)} hint={t(`volunteering.empty.${list}.hint`)} />;
  if (!isKnown)
    return (
      <Page title={t('volunteering.activities.title')}>
        <NeedLogin />
      </Page>
    );
  return (
    <Page
      title={t('volunteering.activities.title')}
      onRefresh={read.again}
      footer={may('activity.plan') && <PlanVerb />}
    >
      <FilterChips
        label={t('volunteering.activities.filter')}
        options={names.map((value) => ({ value, label: t(`volunteering.list.${value}`) }))}
        value={list}
        onChange={choose}
      />
      <KindFilter among={read.items} value={kind} onChange={setKind} />
      <Listed of={read} rows={4} empty={nothing}>
        {(items) => (
          <Card>
            {ofKind(items, kind).map((activity) => (
              <ActivityRow key={activity.id} activity={activity} />
            ))}
          </Card>
        )}
      </Listed>
      {may('activity.join') && (
        <Button kind="ghost" icon="clock" onPress={() => go('volunteering/service')}>
          {t('volunteering.service.go')}
        </Button>
      )}
    </Page>
  );
}
