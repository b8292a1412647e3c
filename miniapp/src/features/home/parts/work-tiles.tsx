/** Where staff and grid workers go besides the queue; only what the person may open. */
import { go, type PageQueryValues } from '../../../platform/navigate';
import type { PageName } from '../../../platform/pages';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import { Box, Card, Icon, Press, Span, type IconName } from '../../../ui';
import { useMe, useTexts, type TextKey } from '../../../use';
import { useCompactFoot } from './file-for-verbs';
import './work-tiles.scss';

interface Way {
  page: PageName;
  icon: IconName;
  words: TextKey;
  needs: Permission;
  query?: PageQueryValues;
}

const WAYS: readonly Way[] = [
  { page: 'setup/home', icon: 'shield', words: 'work.home.setup', needs: 'community.set_up' },
  { page: 'grids/grid', icon: 'pin', words: 'work.home.grids', needs: 'grid.read' },
  { page: 'grids/household', icon: 'door', words: 'work.home.households', needs: 'household.read' },
  {
    page: 'grids/household',
    query: { wants: 'cards' },
    icon: 'card',
    words: 'work.home.cards',
    needs: 'card.look_up',
  },
  { page: 'volunteering/units', icon: 'people', words: 'work.home.units', needs: 'unit.read' },
  { page: 'volunteering/activities', icon: 'heart', words: 'volunteering.activities.title', needs: 'activity.plan' },
  { page: 'grids/leave', icon: 'calendar', words: 'work.home.leave', needs: 'leave.record_own' },
  { page: 'grids/imports', icon: 'sheet', words: 'work.home.imports', needs: 'register.import' },
  { page: 'tickets/handover', icon: 'people', words: 'work.home.handover', needs: 'ticket.hand_over' },
  { page: 'tickets/calendar', icon: 'calendar', words: 'work.home.calendar', needs: 'calendar.edit' },
  { page: 'tickets/deadlines', icon: 'clock', words: 'work.home.deadlines', needs: 'policy.edit' },
  { page: 'setup/retention', icon: 'lock', words: 'work.home.retention', needs: 'policy.edit' },
];

const SCAN: Way = { page: 'cards/show', icon: 'scan', words: 'work.home.scanCode', needs: 'card.look_up' };

export function WorkTiles() {
  const { t } = useTexts();
  const { may } = useMe();
  const compact = useCompactFoot();
  const ways = (compact ? [SCAN, ...WAYS] : WAYS).filter(({ needs }) => may(needs));
  if (ways.length === 0) return null;
  return (
    <Card>
      <Box className="work-tiles" role="navigation" label={t('work.home.tiles')}>
        {ways.map(({ page, query, icon, words }) => (
          <Press key={words} className="work-tile" onPress={() => go(page, query)}>
            <Span className="work-tile-icon">
              <Icon name={icon} />
            </Span>
            <Span>{t(words)}</Span>
          </Press>
        ))}
      </Box>
    </Card>
  );
}
