/** The service stations: where, when, what for, and their number. */
import type { StationView } from '@sevengrid/shared/grids/views';
import { dial } from '../platform/phone';
import { useTexts } from '../use/use-texts';
import { IconButton } from './button';
import { Card } from './card';
import { Box } from './elements';
import { Icon } from './icon';
import { Grow, Row, Stack } from './layout';
import { Heading, Muted, Strong } from './type';

const Station = ({ station }: { station: StationView }) => {
  const { t, say } = useTexts();
  const { phone } = station;
  return (
    <Row align="start">
      <Icon name="door" tone="primary" />
      <Grow>
        <Box>
          <Strong>{say(station.name)}</Strong>
        </Box>
        <Muted>{say(station.hours)}</Muted>
        <Muted>{say(station.address)}</Muted>
        <Muted>{station.services.map(say).join(' · ')}</Muted>
      </Grow>
      {phone && (
        <IconButton
          icon="phone"
          label={t('home.station.call', { name: say(station.name) })}
          onPress={() => dial(phone)}
        />
      )}
    </Row>
  );
};

export function Stations({ stations }: { stations: readonly StationView[] }) {
  const { t } = useTexts();
  if (stations.length === 0) return null;
  return (
    <Card>
      <Stack gap={4}>
        <Heading level={3}>{t('home.stations')}</Heading>
        {stations.map((station) => (
          <Station key={station.id} station={station} />
        ))}
      </Stack>
    </Card>
  );
}
