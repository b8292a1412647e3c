/** Outside bodies that the community may ask: the list, one of them, or a new one. */
import { bodyRoutes, setUpRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { BodyView } from '@sevengrid/shared/identity/set-up.views';
import { Button, Card, Chip, Empty, ListRow, Loaded, Page } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';
import { AddBodyForm, WriteBodyForm } from '../parts/body-form';
import { WhichCommunity, useWhose } from '../parts/which-community';
import '../../../texts/apart/office';
import '../../../texts/apart/setup';

function BodyRow({ body }: { body: BodyView }) {
  const { t } = useTexts();
  const { goOn } = useWhose();
  return (
    <ListRow
      title={body.name}
      note={body.accounts > 0 && t('setup.partners.accounts', { n: body.accounts })}
      meta={
        body.retired ? (
          <Chip tone="quiet">{t('setup.retired')}</Chip>
        ) : (
          body.accounts === 0 && <Chip tone="soon">{t('setup.partners.noAccount')}</Chip>
        )
      }
      onPress={() => goOn('setup/partners', { id: body.id })}
    />
  );
}

export default function SetUpPartners() {
  const { t } = useTexts();
  const { id, add } = useQueryOf<{ id?: string; add?: string }>();
  const { communityId, goOn } = useWhose();
  const read = useRoute(bodyRoutes.list, { query: { communityId } }, { onShow: true });
  const checklist = useRoute(setUpRoutes.checklist, { query: { communityId } });
  const items = read.data?.items ?? [];
  const body = items.find((one) => one.id === id);
  const where = checklist.data?.community?.id;
  if (body)
    return <WriteBodyForm key={`${body.id}.${body.version}`} body={body} communityId={where} again={read.again} />;
  if (add) return <AddBodyForm communityId={communityId} />;
  const begin = (
    <Button icon="plus" onPress={() => goOn('setup/partners', { add: 1 })}>
      {t('setup.partners.add')}
    </Button>
  );
  return (
    <Page title={t('setup.partners.title')} onRefresh={read.again}>
      <WhichCommunity page="setup/partners" />
      <Loaded of={read}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('setup.partners.none')} hint={t('setup.partners.none.hint')} action={begin} />
          ) : (
            <>
              <Card>
                {items.map((one) => (
                  <BodyRow key={one.id} body={one} />
                ))}
              </Card>
              {begin}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
