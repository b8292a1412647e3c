/** One grid: its team, its data to be changed, and the way out of use. */
import type { GridSetUpView } from '@sevengrid/shared/grids/set-up.views';
import { Button, Card, Notice, Page, RestoredDraft } from '../../../ui';
import { useTexts } from '../../../use';
import { EditFoot } from './edit-foot';
import { GridFieldsCards, useGridEdit } from './grid-form';
import { GridTeam } from './grid-team';
import { RetireVerb } from './retire-verb';

export interface GridPanelProps {
  grid: GridSetUpView;
  again: () => Promise<unknown>;
  /** It was saved, which makes it another version and this panel a new one. */
  saved: boolean;
  onSaved: (saved: boolean) => void;
}

export function GridPanel({ grid, again, saved, onSaved }: GridPanelProps) {
  const { t, nameOf } = useTexts();
  const edit = useGridEdit(grid, () => onSaved(true));
  return (
    <Page title={nameOf(grid)} footer={<EditFoot edit={edit} again={again} />} onRefresh={again}>
      <RestoredDraft draft={edit.draft} />
      {grid.retired && <Notice tone="warn">{t('setup.grids.retired')}</Notice>}
      {!grid.retired && <GridTeam grid={grid} />}
      <GridFieldsCards edit={edit} />
      {saved && (
        <Notice tone="good" onClose={() => onSaved(false)}>
          {t('setup.saved')}
        </Notice>
      )}
      <Card>
        {grid.retired ? (
          <Button kind="secondary" onPress={() => edit.sendWith({ retired: false })}>
            {t('setup.grids.restore')}
          </Button>
        ) : (
          <RetireVerb
            verb={t('setup.grids.retire')}
            lead={t('setup.grids.retire.lead')}
            onRetire={() => edit.sendWith({ retired: true })}
          />
        )}
      </Card>
    </Page>
  );
}
