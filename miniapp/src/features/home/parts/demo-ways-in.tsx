/** Trying it out: the demo card, and people to enter as. */
import { cardTokenInLink } from '@sevengrid/shared/cards/token';
import { go, restart } from '../../../platform/navigate';
import { Button, DemoAccounts } from '../../../ui';
import { enter, useTexts } from '../../../use';

export function DemoWaysIn() {
  const { t } = useTexts();
  const onIn = ({ token }: { token: string }): void => {
    enter(token);
    restart('home/home');
  };
  return (
    <DemoAccounts onIn={onIn}>
      {({ cardUrl }) => {
        const token = cardTokenInLink(cardUrl);
        return (
          token && (
            <Button kind="secondary" icon="card" onPress={() => go('cards/scan', { token })}>
              {t('home.demo.card')}
            </Button>
          )
        );
      }}
    </DemoAccounts>
  );
}
