/** File an appeal in three taps and one sentence: for oneself, for somebody else, or for whom one looks after. */
import { useEffect, useState, type ReactNode } from 'react';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { MeView } from '@sevengrid/shared/identity/views';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { showFirstWrong } from '../../../platform/focus';
import {
  Button,
  Card,
  Emergency,
  FaultNotice,
  FootFault,
  Loaded,
  NoPermission,
  Page,
  RestoredDraft,
} from '../../../ui';
import { useMe, useQueryOf, useRoute, useTexts, type Side } from '../../../use';
import { DangerSheet } from '../parts/danger-sheet';
import { NotHere } from '../parts/not-here';
import { OpenFields } from '../parts/open-form';
import { Done } from '../parts/done';
import { filesForOthers, type Filer } from '../parts/open-rules';
import { useFiling } from '../parts/use-filing';
import '../../../texts/apart/filing';
import '../../../texts/apart/origin';
import '../../../texts/apart/ticket';

const TITLES = {
  guest: 'tickets.open.title',
  resident: 'tickets.open.title',
  central: 'tickets.open.title.central',
  staff: 'tickets.open.title.for',
} as const satisfies Record<Filer, string>;

/** `for` or a household in the address means: on somebody's behalf; staff have no other way. */
function filerOf(side: Side, behalf: boolean): Filer {
  if (side === 'worker' || side === 'staff') return 'staff';
  if (side === 'resident') return behalf ? 'central' : 'resident';
  return 'guest';
}

export default function Open() {
  const { filed, for: behalf, urgent } = useQueryOf<{ filed: string; for: string; urgent: string }>();
  const { side } = useMe();
  const title = TITLES[filerOf(side, Boolean(behalf))];
  if (filed) return <Done filed={filed} title={title} urgent={Boolean(urgent)} />;
  return <Form />;
}

function Form() {
  const { t } = useTexts();
  const { householdId = '', for: behalf } = useQueryOf<{ householdId: string; for: string }>();
  const { me: known, side, loggedIn, may } = useMe();
  const whoAmI = useRoute(identityRoutes.me, {}, { when: loggedIn });
  const read = useRoute(ticketRoutes.categories, { query: {} }, { when: loggedIn });
  const filer = filerOf(side, may('ticket.file_for') && Boolean(behalf ?? householdId));
  const draw = (me: MeView): ReactNode => {
    if (filer === 'resident' && !me.household) return <NotHere known />;
    if (filer === 'staff' && !may('ticket.file_for')) return <NoPermission />;
    return (
      <Loaded of={read} phone={known?.communityPhone ?? undefined}>
        {() => null}
      </Loaded>
    );
  };
  const ready = whoAmI.data && read.data && (filer !== 'resident' || whoAmI.data.household);
  if (ready && (filer !== 'staff' || may('ticket.file_for')))
    return <Filing key={filer} filer={filer} householdId={householdId} categories={read.data?.items ?? []} />;
  return (
    <Page title={t('tickets.open.title')} languageSwitch>
      {loggedIn ? <Loaded of={whoAmI}>{draw}</Loaded> : <NotHere />}
      {(whoAmI.fault ?? read.fault) && <Numbers />}
    </Page>
  );
}

/** What could not be opened may be urgent: the numbers to call need no network. */
const Numbers = () => (
  <Card>
    <Emergency />
  </Card>
);

interface FilingProps {
  filer: Filer;
  householdId: string;
  categories: readonly CategoryView[];
}

/** A household that is lacking is no rule of the request's class, so the form's own check does not show it. */
function useShowingWrong(submit: () => void): () => void {
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) showFirstWrong();
  }, [tries]);
  return () => {
    submit();
    setTries((n) => n + 1);
  };
}

function Filing({ filer, householdId, categories }: FilingProps) {
  const { t } = useTexts();
  const filing = useFiling(filer, householdId, categories);
  const { draft, check, sending, alarm } = filing;
  const submit = useShowingWrong(filing.submit);
  const title = t(TITLES[filer]);
  const verb = filesForOthers(filer) ? 'tickets.open.sendFor' : 'tickets.open.send';
  return (
    <Page
      title={title}
      languageSwitch
      footer={
        <>
          <FaultNotice fault={sending.fault} />
          <FootFault when={check.wrong || filing.lacking} />
          <Button grow icon="send" busy={sending.busy} onPress={submit}>
            {t(verb)}
          </Button>
        </>
      }
    >
      <RestoredDraft draft={draft} />
      <OpenFields
        form={draft.form}
        put={draft.put}
        check={check}
        filer={filer}
        categories={categories}
        placeError={filing.lacking ? t('tickets.open.household.needed') : undefined}
        onCategory={filing.choose}
      />
      <DangerSheet open={Boolean(alarm)} byWords={alarm === 'words'} onGoOn={filing.goOn} onClose={filing.close} />
    </Page>
  );
}
