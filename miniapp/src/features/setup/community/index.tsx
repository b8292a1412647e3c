/** Cities, streets and communities that one governs: the tree, one of them to be changed, or a new one. */
import { scopeRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { GovernedScopeView } from '@sevengrid/shared/identity/set-up.views';
import { Button, Card, Empty, ListRow, Loaded, Page, Stack } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';
import { AddScopeForm, WriteScopeForm } from '../parts/scope-form';
import { useWhose } from '../parts/which-community';
import '../../../texts/apart/setup';

/** What may lie in a scope of this kind. */
const BELOW = { city: 'street', street: 'community', community: undefined } as const;

function Tree({ items }: { items: readonly GovernedScopeView[] }) {
  const { t, nameOf } = useTexts();
  const { goOn } = useWhose();
  const inside = (parent: GovernedScopeView): GovernedScopeView[] =>
    items.filter(({ parentId }) => parentId === parent.id);
  const tops = items.filter(({ parentId }) => !items.some(({ id }) => id === parentId));
  const walk = (scope: GovernedScopeView): GovernedScopeView[] => [scope, ...inside(scope).flatMap(walk)];
  return (
    <Card>
      {tops.flatMap(walk).map((scope) => (
        <ListRow
          key={scope.id}
          title={nameOf(scope)}
          note={[t(`setup.community.kind.${scope.kind}`), scope.community?.officePhone].filter(Boolean).join(' · ')}
          meta={scope.community?.numberPrefix}
          onPress={() => goOn('setup/community', { id: scope.id })}
        />
      ))}
    </Card>
  );
}

function Adding({ items }: { items: readonly GovernedScopeView[] }) {
  const { t } = useTexts();
  const { goOn } = useWhose();
  const add = (kind: 'street' | 'community'): void => goOn('setup/community', { add: kind });
  const has = (kind: GovernedScopeView['kind']): boolean => items.some((scope) => scope.kind === kind);
  return (
    <Stack>
      {has('city') && (
        <Button kind="secondary" icon="plus" onPress={() => add('street')}>
          {t('setup.community.addStreet')}
        </Button>
      )}
      {has('street') && (
        <Button kind="secondary" icon="plus" onPress={() => add('community')}>
          {t('setup.community.addCommunity')}
        </Button>
      )}
    </Stack>
  );
}

export default function SetUpCommunity() {
  const { t, nameOf } = useTexts();
  const { id, add, parentId } = useQueryOf<{ id?: string; add?: 'street' | 'community'; parentId?: string }>();
  const { goOn } = useWhose();
  const read = useRoute(scopeRoutes.tree, {});
  const items = read.data?.items ?? [];
  const chosen = items.find((scope) => scope.id === id);
  const parents = items.filter(({ kind }) => add !== undefined && BELOW[kind] === add);
  const parent = parents.find((scope) => scope.id === parentId) ?? (parents.length === 1 ? parents[0] : undefined);
  if (chosen) return <WriteScopeForm key={`${chosen.id}.${chosen.version}`} scope={chosen} again={read.again} />;
  if (add && parent) return <AddScopeForm parent={parent} kind={add} />;
  return (
    <Page title={add ? t('setup.community.parent') : t('setup.community.title')} onRefresh={read.again}>
      <Loaded of={read}>
        {() =>
          add ? (
            <Card>
              {parents.map((scope) => (
                <ListRow
                  key={scope.id}
                  title={nameOf(scope)}
                  note={t(`setup.community.kind.${scope.kind}`)}
                  onPress={() => goOn('setup/community', { add, parentId: scope.id })}
                />
              ))}
            </Card>
          ) : items.length === 0 ? (
            <Empty title={t('setup.home.none')} />
          ) : (
            <>
              <Tree items={items} />
              <Adding items={items} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
