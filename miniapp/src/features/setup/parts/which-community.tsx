/** Whose community is being set up, where somebody governs several: it goes along from page to page. */
import { setUpRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { go, replace } from '../../../platform/navigate';
import type { PageQueryValues } from '../../../platform/navigate';
import type { PageName } from '../../../platform/pages';
import { FilterChips } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';

export interface Whose {
  /** Undefined: the first that one governs. */
  communityId: string | undefined;
  /** To another page of the same community. */
  goOn: (page: PageName, query?: PageQueryValues) => void;
}

export function useWhose(): Whose {
  const { communityId } = useQueryOf<{ communityId?: string }>();
  return { communityId, goOn: (page, query = {}) => go(page, { ...query, communityId }) };
}

/** Nothing where there is no choice. */
export function WhichCommunity({ page }: { page: PageName }) {
  const { t, nameOf } = useTexts();
  const { communityId } = useWhose();
  const { data } = useRoute(setUpRoutes.checklist, { query: { communityId } });
  const { communities = [], community } = data ?? {};
  if (communities.length < 2 || !community) return null;
  return (
    <FilterChips
      label={t('setup.which')}
      options={communities.map((one) => ({ value: one.id, label: nameOf(one) }))}
      value={community.id}
      onChange={(id) => replace(page, { communityId: id })}
    />
  );
}
