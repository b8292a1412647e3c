/** What was objected to a list and what was answered: one's own, or all for those who answer. */
import { useState } from 'react';
import { JudgeObjection } from '@sevengrid/shared/volunteering/awards.requests';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import type { ObjectionView } from '@sevengrid/shared/volunteering/awards.views';
import {
  Button,
  Card,
  ChoiceList,
  Chip,
  FaultNotice,
  Heading,
  Muted,
  Row,
  Sheet,
  Stack,
  TextArea,
  Words,
} from '../../../ui';
import { useDo, useForm, useRoute, useTexts } from '../../../use';

const LONGEST = 500;

/** Nothing where nobody objected, or none of it concerns the reader. */
export function Objections({ activityId, judges }: { activityId: string; judges: boolean }) {
  const { t } = useTexts();
  const { data } = useRoute(awardRoutes.objections, { params: { id: activityId } }, { onShow: true });
  const [judged, judge] = useState<ObjectionView>();
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <Heading>{t('volunteering.objections')}</Heading>
      {data.items.map((one) => (
        <Objection key={one.id} of={one} onJudge={judges && one.upheld === null ? () => judge(one) : undefined} />
      ))}
      {judged && <Judge of={judged} onClose={() => judge(undefined)} />}
    </>
  );
}

function Objection({ of, onJudge }: { of: ObjectionView; onJudge: (() => void) | undefined }) {
  const { t } = useTexts();
  const { displayName, upheld } = of;
  const end = upheld === null ? 'waits' : upheld ? 'upheld' : 'refused';
  return (
    <Card>
      <Stack gap={2}>
        <Row gap={2} wrap>
          <Muted className="grow">
            {displayName ? t('volunteering.object.line', { name: displayName }) : t('volunteering.object.all')}
          </Muted>
          <Chip tone={upheld === null ? 'soon' : 'quiet'}>{t(`volunteering.objection.${end}`)}</Chip>
        </Row>
        {of.words && <Words>{of.words}</Words>}
        {of.answer && <Muted>{of.answer}</Muted>}
        {onJudge && (
          <Button kind="secondary" onPress={onJudge}>
            {t('volunteering.judge')}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

type Verdict = 'upheld' | 'refused';

function Judge({ of, onClose }: { of: ObjectionView; onClose: () => void }) {
  const { t } = useTexts();
  const [verdict, decide] = useState<Verdict>();
  const [words, setWords] = useState('');
  const body = {
    upheld: verdict === undefined ? (undefined as unknown as boolean) : verdict === 'upheld',
    words: words.trim(),
  };
  const form = useForm(JudgeObjection, body);
  const judge = useDo(awardRoutes.judge, { refresh: [awardRoutes.notice, awardRoutes.objections], then: onClose });
  const send = (): void => {
    if (form.check()) void judge.run({ params: { id: of.id }, body });
  };
  const upheld = of.attendanceId ? 'volunteering.judge.upheld' : 'volunteering.judge.upheld.all';
  return (
    <Sheet
      open
      title={t('volunteering.judge')}
      onClose={onClose}
      verb={t('volunteering.judge')}
      onVerb={send}
      busy={judge.busy}
    >
      <Stack gap={4}>
        {of.words && <Words>{of.words}</Words>}
        <FaultNotice fault={judge.fault} onClose={judge.clear} />
        <ChoiceList<Verdict>
          label={t('volunteering.judge.which')}
          options={[
            { value: 'upheld', label: t(upheld) },
            { value: 'refused', label: t('volunteering.judge.refused') },
          ]}
          value={verdict}
          onChange={decide}
          error={form.errorOf('upheld')}
        />
        <TextArea
          label={t('volunteering.judge.words')}
          max={LONGEST}
          value={words}
          onChange={setWords}
          error={form.errorOf('words')}
        />
      </Stack>
    </Sheet>
  );
}
