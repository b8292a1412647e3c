/** Whose rules these are, where somebody works in several communities: chosen here, named by the address. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { replace } from '../../../platform/navigate';
import type { PageName } from '../../../platform/pages';
import { FilterChips } from '../../../ui';
import { useRoute, useTexts } from '../../../use';

interface WhoseRulesProps {
  page: PageName;
  communityId: string;
}

/** Nothing where there is no choice. */
export function WhoseRules({ page, communityId }: WhoseRulesProps) {
  const { t, nameOf } = useTexts();
  const { data } = useRoute(identityRoutes.scopes, {});
  const communities = data?.items.filter(({ kind }) => kind === 'community') ?? [];
  if (communities.length < 2) return null;
  return (
    <FilterChips
      label={t('tickets.rules.whose')}
      options={communities.map((one) => ({ value: one.id, label: nameOf(one) }))}
      value={communityId}
      onChange={(id) => replace(page, { communityId: id })}
    />
  );
}
