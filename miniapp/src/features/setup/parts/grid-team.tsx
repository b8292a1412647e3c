/** Who keeps the grid and who stands in, now and later; appointed on a page of their own, relieved here. */
import { useState } from 'react';
import { TEAM_ROLES } from '@sevengrid/shared/grids/set-up.requests';
import { gridSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import type { GridSetUpView, TeamTermView } from '@sevengrid/shared/grids/set-up.views';
import { Avatar, Button, Card, Chip, Heading, ListRow, Muted, Stack } from '../../../ui';
import { useDo, useTexts } from '../../../use';
import { CHANGED_BY_SET_UP } from './changed';
import { EndSheet } from './end-sheet';
import { useWhose } from './which-community';

export function GridTeam({ grid }: { grid: GridSetUpView }) {
  const { t } = useTexts();
  const { goOn } = useWhose();
  const [ending, end] = useState<TeamTermView>();
  return (
    <Card>
      <Heading>{t('setup.grids.team')}</Heading>
      {grid.team.length === 0 && <Muted>{t('setup.grids.team.none')}</Muted>}
      {grid.team.map((term) => (
        <TermRow key={term.id} term={term} onEnd={() => end(term)} />
      ))}
      <Stack>
        {TEAM_ROLES.map((as) => (
          <Button
            key={as}
            kind="secondary"
            icon="plus"
            onPress={() => goOn('setup/grids', { id: grid.id, appoint: as })}
          >
            {t('setup.grids.appoint', { as: t(`setup.grids.as.${as}`) })}
          </Button>
        ))}
      </Stack>
      {ending && <EndTermSheet term={ending} onClose={() => end(undefined)} />}
    </Card>
  );
}

function TermRow({ term, onEnd }: { term: TeamTermView; onEnd: () => void }) {
  const { t } = useTexts();
  const { from, to } = term;
  const days = to === null ? t('setup.grids.since', { from }) : t('setup.grids.until', { from, to });
  return (
    <ListRow
      before={<Avatar name={term.displayName} size="small" />}
      title={term.displayName}
      note={`${t(`setup.grids.as.${term.as}`)} · ${days}`}
      meta={
        term.disabled ? (
          <Chip tone="urgent">{t('setup.grids.shutOut')}</Chip>
        ) : (
          term.state === 'later' && <Chip tone="soon">{t('setup.grids.later')}</Chip>
        )
      }
      after={
        <Button kind="ghost" label={`${t('setup.grids.end')} ${term.displayName}`} onPress={onEnd}>
          {t('setup.grids.end')}
        </Button>
      }
    />
  );
}

function EndTermSheet({ term, onClose }: { term: TeamTermView; onClose: () => void }) {
  const { t } = useTexts();
  const doing = useDo(gridSetUpRoutes.endTerm, { refresh: CHANGED_BY_SET_UP, then: onClose });
  return (
    <EndSheet
      title={t('setup.grids.end.title', { name: term.displayName })}
      was={term.to}
      doing={doing}
      onEnd={(body) => void doing.run({ params: { id: term.id }, body })}
      onClose={onClose}
    />
  );
}
