/** How long what is kept of people stays: what the community chooses, what is the same everywhere, and when it was last seen to. */
import { retentionRoutes } from '@sevengrid/shared/identity/retention.routes';
import { Caption, Card, Heading, ListRow, Loaded, Muted, Page, Span, Stack } from '../../../ui';
import { useClock, useMe, useQueryOf, useRoute, useTexts } from '../../../use';
import { RetentionForm } from '../parts/retention-form';
import { agoText, keptText } from '../parts/retention-words';
import { WhichCommunity, useWhose } from '../parts/which-community';
import '../../../texts/apart/retention';
import '../../../texts/apart/setup';

/** Why it is kept, and when what was older went. */
function Why({ why, ranAt }: { why: string; ranAt: string | null }) {
  return (
    <Stack gap={1}>
      <Span>{why}</Span>
      <Caption>{agoText(useTexts(), ranAt, useClock())}</Caption>
    </Stack>
  );
}

function Forever() {
  const { t } = useTexts();
  return (
    <>
      <Heading>{t('setup.kept.forever')}</Heading>
      <Card>
        <Muted>{t('setup.kept.forever.history')}</Muted>
        <Muted>{t('setup.kept.forever.register')}</Muted>
        <Muted>{t('setup.kept.forever.backup')}</Muted>
      </Card>
    </>
  );
}

export default function SetUpRetention() {
  const words = useTexts();
  const { t } = words;
  const { may } = useMe();
  const { what } = useQueryOf<{ what?: string }>();
  const { communityId, goOn } = useWhose();
  const read = useRoute(retentionRoutes.read, { query: { communityId } }, { onShow: true });
  const chosen = read.data?.items.find((one) => one.what === what);
  if (chosen && read.data?.editable)
    return <RetentionForm key={`${chosen.what}.${chosen.days}`} of={chosen} communityId={read.data.communityId} />;
  return (
    <Page title={t('setup.retention.title')} onRefresh={read.again}>
      {may('community.set_up') && <WhichCommunity page="setup/retention" />}
      <Muted>{t('setup.kept.lead')}</Muted>
      <Loaded of={read} rows={5}>
        {({ items, always, editable }) => (
          <>
            <Heading>{t('setup.kept.chosen')}</Heading>
            <Card>
              {items.map((one) => (
                <ListRow
                  key={one.what}
                  title={t(`setup.kept.what.${one.what}`)}
                  note={<Why why={t(`setup.kept.why.${one.what}`)} ranAt={one.ranAt} />}
                  meta={keptText(words, one.days * 24)}
                  onPress={editable ? () => goOn('setup/retention', { what: one.what }) : undefined}
                />
              ))}
            </Card>
            <Heading>{t('setup.kept.always')}</Heading>
            <Card>
              {always.map((one) => (
                <ListRow
                  key={one.what}
                  title={t(`setup.kept.what.${one.what}`)}
                  note={<Why why={t(`setup.kept.why.${one.what}`)} ranAt={one.ranAt} />}
                  meta={keptText(words, one.hours)}
                />
              ))}
            </Card>
            <Forever />
          </>
        )}
      </Loaded>
    </Page>
  );
}
