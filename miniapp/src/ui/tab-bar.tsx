/** Our own tab bar: WeChat's cannot carry the text sizes. Which tabs there are depends on who one is. */
import { restart } from '../platform/navigate';
import type { PageName } from '../platform/pages';
import type { TextKey } from '../platform/translate';
import { useMe, type Side } from '../use/use-me';
import { useTexts } from '../use/use-texts';
import { useUnread } from '../use/use-unread';
import { useWide } from '../use/use-wide';
import { Box, Press, Span } from './elements';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

export type TabName = 'home' | 'mine' | 'queue' | 'inbox' | 'me';

interface TabSpec {
  page: PageName;
  icon: IconName;
  words: TextKey;
}

const TABS: Record<TabName, TabSpec> = {
  home: { page: 'home/home', icon: 'home', words: 'app.tab.home' },
  mine: { page: 'tickets/mine', icon: 'list', words: 'app.tab.mine' },
  queue: { page: 'tickets/queue', icon: 'list', words: 'app.tab.queue' },
  inbox: { page: 'notices/inbox', icon: 'bell', words: 'app.tab.inbox' },
  me: { page: 'identity/me', icon: 'person', words: 'app.tab.me' },
};

export const tabsOf = (side: Side): TabName[] => {
  if (side === 'worker' || side === 'staff') return ['home', 'queue', 'inbox', 'me'];
  // An outside body has its requests on the first page, and nothing else.
  if (side === 'partner') return ['home', 'inbox', 'me'];
  return side === 'resident' ? ['home', 'mine', 'inbox', 'me'] : ['home', 'mine', 'me'];
};

const MOST = 99;

export function TabBar({ tab }: { tab: TabName }) {
  const { t } = useTexts();
  const { side } = useMe();
  const wide = useWide();
  const count = useUnread();
  const pageOf = (name: TabName): PageName => (name === 'queue' && wide ? 'tickets/desk' : TABS[name].page);
  return (
    <Box className="tab-bar" role="navigation" label={t('app.tab.bar')}>
      {tabsOf(side).map((name) => (
        <Press
          key={name}
          className={`tab ${name === tab ? 'is-on' : ''}`}
          current={name === tab}
          label={
            name === 'inbox' && count > 0 ? `${t(TABS[name].words)}, ${t('app.tab.unread', { n: count })}` : undefined
          }
          onPress={() => name !== tab && restart(pageOf(name))}
        >
          <Box className="tab-icon">
            <Icon name={TABS[name].icon} />
            {name === 'inbox' && count > 0 && <Span className="badge">{count > MOST ? `${MOST}+` : count}</Span>}
          </Box>
          <Span>{t(TABS[name].words)}</Span>
        </Press>
      ))}
    </Box>
  );
}
