/** Invented people to enter as, where the server is in demo mode; nothing anywhere else. */
import type { ReactNode } from 'react';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { DemoView, SessionView } from '@sevengrid/shared/identity/views';
import { useDo } from '../use/use-do';
import { useRoute } from '../use/use-route';
import { useTexts } from '../use/use-texts';
import { Avatar } from './avatar';
import { Card } from './card';
import { Chip } from './chip';
import { Stack } from './layout';
import { ListRow } from './lists';
import { FaultNotice } from './notice';
import { Heading, Muted } from './type';

export interface DemoAccountsProps {
  onIn: (session: SessionView) => void;
  /** Above the people: the demo card. */
  children?: (demo: DemoView) => ReactNode;
}

export function DemoAccounts({ onIn, children }: DemoAccountsProps) {
  const { t } = useTexts();
  const { data } = useRoute(identityRoutes.demo, {});
  const logIn = useDo(identityRoutes.logInDemo, { then: onIn });
  if (!data) return null;
  return (
    <Card>
      <Stack gap={2}>
        <Heading level={3}>{t('home.demo.title')}</Heading>
        <Muted>{t('home.demo.lead')}</Muted>
        <FaultNotice fault={logIn.fault} onClose={logIn.clear} />
        {children?.(data)}
        {data.accounts.map(({ account, role, name, grid }) => (
          <ListRow
            key={account}
            before={<Avatar name={name} size="small" />}
            title={name}
            note={grid}
            after={
              <Chip tone="quiet" shape="none">
                {t(`home.role.${role}`)}
              </Chip>
            }
            onPress={() => void logIn.run({ body: { account } })}
          />
        ))}
      </Stack>
    </Card>
  );
}
