/** Says that older words were found, and offers to begin afresh: closing it would be no way to ask for that. */
import type { Draft } from '../use/use-draft';
import { useTexts } from '../use/use-texts';
import { Button } from './button';
import { Notice } from './notice';

export function RestoredDraft({ draft }: { draft: Pick<Draft<object>, 'restored' | 'startAfresh'> }) {
  const { t } = useTexts();
  if (!draft.restored) return null;
  return (
    <Notice>
      {t('app.draft.restored')}
      <Button kind="ghost" onPress={draft.startAfresh}>
        {t('app.draft.discard')}
      </Button>
    </Notice>
  );
}
