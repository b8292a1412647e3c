/** Where something can be used: each shop with its hours, its address and its telephone. */
import type { ShopView } from '@sevengrid/shared/rewards/merchants.views';
import { dial } from '../../../platform/phone';
import { Card, Heading, IconButton, ListRow } from '../../../ui';
import { useTexts } from '../../../use';

export function Shops({ shops }: { shops: readonly ShopView[] }) {
  const { t, say, nameOf } = useTexts();
  if (shops.length === 0) return null;
  return (
    <>
      <Heading>{t('rewards.where')}</Heading>
      <Card>
        {shops.map((shop) => {
          const { id, phone, address, hours } = shop;
          const name = nameOf(shop);
          return (
            <ListRow
              key={id}
              title={name}
              note={`${say(address)} · ${say(hours)}`}
              after={
                phone && <IconButton icon="phone" label={t('rewards.call', { name })} onPress={() => dial(phone)} />
              }
            />
          );
        })}
      </Card>
    </>
  );
}
