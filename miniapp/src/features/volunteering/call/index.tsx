/** The roll-call: people of the list as they come or go, ticked together, or one by their own code. */
import { useState } from 'react';
import { POINTS_OF_CODE, type CodePoint } from '@sevengrid/shared/volunteering/check-in-code';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { SignedUpView } from '@sevengrid/shared/volunteering/activities.views';
import { MOST_CALLED } from '@sevengrid/shared/volunteering/presence.requests';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { CalledView, AttendanceView } from '@sevengrid/shared/volunteering/presence.views';
import { canScan, scanCode } from '../../../platform/scan';
import { Button, Card, Empty, FaultNotice, FilterChips, Loaded, Muted, Notice, Page, Row, Stack } from '../../../ui';
import { useDo, useQueryOf, useRoute, useTexts } from '../../../use';
import { timesOf } from '../parts/attendance-row';
import { PickList } from '../parts/pick-list';
import { useOnList } from '../parts/use-on-list';
import '../../../texts/apart/activity';
import '../../../texts/apart/leading';

const WENT_WELL: readonly CalledView['outcome'][] = ['in', 'out'];

/** What became of each; those whom nothing stood in the way of need no line each. */
function Called({ items, onClose }: { items: readonly CalledView[]; onClose: () => void }) {
  const { t } = useTexts();
  const isGood = items.every(({ outcome }) => WENT_WELL.includes(outcome));
  return (
    <Notice tone={isGood ? 'good' : 'warn'} onClose={onClose}>
      <Stack gap={1}>
        {items.map(({ personId, displayName, outcome }) => (
          <Muted key={personId}>{t(`volunteering.call.${outcome}`, { name: displayName })}</Muted>
        ))}
      </Stack>
    </Notice>
  );
}

interface FootProps {
  point: CodePoint;
  n: number;
  busy: boolean;
  onCall: () => void;
  onCode: (code: string) => void;
}

function Foot({ point, n, busy, onCall, onCode }: FootProps) {
  const { t } = useTexts();
  const scan = async (): Promise<void> => {
    const code = await scanCode();
    if (code) onCode(code);
  };
  return (
    <Row wrap gap={2} className="grow">
      {canScan && (
        <Button kind="secondary" icon="scan" onPress={() => void scan()}>
          {t('volunteering.call.scan')}
        </Button>
      )}
      <Button grow disabled={n === 0} busy={busy} onPress={onCall}>
        {t(`volunteering.call.n.${point}`, { n })}
      </Button>
    </Row>
  );
}

interface PeopleProps {
  point: CodePoint;
  people: readonly (SignedUpView | AttendanceView)[];
  picked: readonly string[];
  onPick: (ids: string[]) => void;
}

function People({ point, people, picked, onPick }: PeopleProps) {
  const { t } = useTexts();
  if (people.length === 0)
    return <Empty title={t('volunteering.call.none')} hint={t(`volunteering.call.none.${point}`)} />;
  return (
    <Card>
      <Muted>{t('volunteering.call.lead')}</Muted>
      <PickList
        label={t('volunteering.call.title')}
        items={people.map((one) => ({
          id: one.personId,
          name: one.displayName,
          note: 'inAt' in one ? timesOf(t, one) : undefined,
        }))}
        picked={picked}
        onPick={onPick}
        most={MOST_CALLED}
      />
    </Card>
  );
}

const CHANGED = [presenceRoutes.board, activityRoutes.one];

export default function Call() {
  const { t, say } = useTexts();
  const { id = '' } = useQueryOf<{ id?: string }>();
  const [point, setPoint] = useState<CodePoint>('in');
  const [picked, pick] = useState<string[]>([]);
  const activity = useRoute(activityRoutes.one, { params: { id } }, { onShow: true });
  const { board, absent, present } = useOnList(id);
  const call = useDo(presenceRoutes.call, { refresh: CHANGED, then: () => pick([]) });
  const people = point === 'in' ? absent : present;
  const personIds = picked.filter((one) => people.some(({ personId }) => personId === one));
  const send = (whom: { personIds: string[] } | { code: string }): void =>
    void call.run({ params: { id }, body: { point, ...whom } });
  const turn = (next: CodePoint): void => {
    pick([]);
    call.clear();
    setPoint(next);
  };
  const isOpen = activity.data?.moves.includes('call') ?? false;
  const foot = { point, n: personIds.length, busy: call.busy };
  return (
    <Page
      title={activity.data ? say(activity.data.title) : t('volunteering.call.title')}
      onRefresh={board.again}
      footer={isOpen && <Foot {...foot} onCall={() => send({ personIds })} onCode={(code) => send({ code })} />}
    >
      <FilterChips
        label={t('volunteering.call.point')}
        options={POINTS_OF_CODE.map((value) => ({ value, label: t(`volunteering.code.${value}`) }))}
        value={point}
        onChange={turn}
      />
      <FaultNotice fault={call.fault} onClose={call.clear} />
      {call.done && <Called items={call.done.items} onClose={call.clear} />}
      {activity.data && !isOpen && <Notice tone="warn">{t('volunteering.call.closed')}</Notice>}
      <Loaded of={board} rows={3}>
        {() => <People point={point} people={people} picked={personIds} onPick={pick} />}
      </Loaded>
    </Page>
  );
}
