/** What one can file about: the list in its order, one kind of matter, or a new one. */
import { categoryRoutes } from '@sevengrid/shared/tickets/categories.routes';
import type { CategorySetUpView } from '@sevengrid/shared/tickets/categories.views';
import { Button, Card, Chip, Empty, FaultNotice, ListRow, Loaded, Page, Stack } from '../../../ui';
import { useDo, useQueryOf, useRoute, useTexts } from '../../../use';
import { AddCategoryForm, WriteCategoryForm } from '../parts/category-form';
import { CHANGED_BY_SET_UP } from '../parts/changed';
import { WhichCommunity, useWhose } from '../parts/which-community';
import '../../../texts/apart/setup';

/** As many as the usual list has. */
const USUAL = 10;

function CategoryRow({ category }: { category: CategorySetUpView }) {
  const { t, say } = useTexts();
  const { goOn } = useWhose();
  return (
    <ListRow
      title={say(category.name)}
      note={say(category.hint)}
      meta={
        category.retired ? (
          <Chip tone="quiet">{t('setup.retired')}</Chip>
        ) : category.danger ? (
          <Chip tone="urgent">{t('setup.categories.danger')}</Chip>
        ) : (
          t(`setup.categories.grade.${category.grade}`)
        )
      }
      onPress={() => goOn('setup/categories', { id: category.id })}
    />
  );
}

function Verbs({ isFirst, communityId }: { isFirst: boolean; communityId: string | undefined }) {
  const { t } = useTexts();
  const { goOn } = useWhose();
  const usual = useDo(categoryRoutes.takeUsual, { refresh: CHANGED_BY_SET_UP });
  const take = (): void => void usual.run({ body: communityId === undefined ? {} : { communityId } });
  return (
    <>
      <FaultNotice fault={usual.fault} onClose={usual.clear} />
      <Stack>
        <Button kind={isFirst ? 'primary' : 'secondary'} busy={usual.busy} onPress={take}>
          {t(isFirst ? 'setup.categories.usual' : 'setup.categories.usual.more')}
        </Button>
        <Button kind="secondary" icon="plus" onPress={() => goOn('setup/categories', { add: 1 })}>
          {t('setup.categories.add')}
        </Button>
      </Stack>
    </>
  );
}

export default function SetUpCategories() {
  const { t } = useTexts();
  const { id, add } = useQueryOf<{ id?: string; add?: string }>();
  const { communityId, goOn } = useWhose();
  const read = useRoute(categoryRoutes.list, { query: { communityId } }, { onShow: true });
  const items = read.data?.items ?? [];
  const chosen = items.find((one) => one.id === id);
  if (chosen) return <WriteCategoryForm key={`${chosen.id}.${chosen.version}`} category={chosen} again={read.again} />;
  if (add) return <AddCategoryForm communityId={communityId} />;
  const verbs = <Verbs isFirst={items.length === 0} communityId={communityId} />;
  return (
    <Page title={t('setup.categories.title')} onRefresh={read.again}>
      <WhichCommunity page="setup/categories" />
      <Loaded of={read}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('setup.categories.none')} hint={t('setup.categories.none.hint')} action={verbs} />
          ) : (
            <>
              <Card>
                {items.map((category) => (
                  <CategoryRow key={category.id} category={category} />
                ))}
              </Card>
              {items.length < USUAL ? (
                verbs
              ) : (
                <Button icon="plus" onPress={() => goOn('setup/categories', { add: 1 })}>
                  {t('setup.categories.add')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
