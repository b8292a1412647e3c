/** Whose register a page is about: the community that its address names, or the first whose register one keeps. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { useQueryOf, useRoute, useTexts } from '../../../use';

interface WhoseRegister {
  /** Goes into every request of the page; nothing where none is named. */
  of: { communityId?: string };
  /** Undefined where none is named, or as long as its name is not known. */
  name: string | undefined;
}

export function useWhoseRegister(): WhoseRegister {
  const { nameOf } = useTexts();
  const { communityId } = useQueryOf<{ communityId?: string }>();
  const { data } = useRoute(identityRoutes.scopes, {}, { when: communityId !== undefined });
  const named = communityId === undefined ? undefined : data?.items.find(({ id }) => id === communityId);
  return { of: communityId === undefined ? {} : { communityId }, name: named && nameOf(named) };
}
