/** The shell of every page: bar, offline banner, content, fixed verbs, tabs; it sets language, size and tokens. */
import { useEffect, type ReactNode } from 'react';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { announce } from '../platform/announce';
import { touched } from '../platform/attention';
import { online } from '../platform/network';
import { back } from '../platform/navigate';
import { safeArea } from '../platform/safe-area';
import { storageFull } from '../platform/storage';
import { useRefused, useWaiting } from '../use/use-outbox';
import { useSignal } from '../use/use-signal';
import { useTexts, useTextSize } from '../use/use-texts';
import { useWide } from '../use/use-wide';
import { IconButton } from './button';
import { Box, Span } from './elements';
import { Icon } from './icon';
import { LanguageSwitch } from './preferences';
import { TabBar, type TabName } from './tab-bar';

export interface PageProps {
  title: string;
  /** Draws the tab bar instead of "back". */
  tab?: TabName;
  /** On every first screen; tab pages have it anyway. */
  languageSwitch?: boolean;
  extra?: ReactNode;
  /** Verbs that stay at the bottom. */
  footer?: ReactNode;
  /** Pulling down; the page's config must say `enablePullDownRefresh`. */
  onRefresh?: () => Promise<unknown>;
  /** May use the whole width of a desk's screen. */
  wide?: boolean;
  children?: ReactNode;
}

export function Page({
  title,
  tab,
  languageSwitch = Boolean(tab),
  extra,
  footer,
  onRefresh,
  wide,
  children,
}: PageProps) {
  const { language, t } = useTexts();
  const size = useTextSize();
  const roomy = useWide();
  const tell = (): void => announce(`${title} · ${t('app.name')}`, language);
  useEffect(tell);
  useDidShow(tell);
  usePullDownRefresh(() => {
    void (onRefresh?.() ?? Promise.resolve()).finally(() => Taro.stopPullDownRefresh());
  });
  const classes = `page size-${size} is-${language} ${wide ? 'is-wide' : ''} ${tab ? 'has-tabs' : ''}`;
  return (
    <Box className={classes} lang={language} onTouch={touched}>
      {tab && roomy && <TabBar tab={tab} />}
      <NavBar title={title} back={!tab} extra={extra} languageSwitch={languageSwitch} />
      <Banner />
      <Box className="page-content" role="main">
        {children}
      </Box>
      <Box className="page-bottom">
        {footer && <Box className="page-foot">{footer}</Box>}
        {tab && !roomy && <TabBar tab={tab} />}
      </Box>
    </Box>
  );
}

interface NavBarProps {
  title: string;
  back: boolean;
  extra: ReactNode;
  languageSwitch: boolean;
}

function NavBar({ title, back: hasBack, extra, languageSwitch }: NavBarProps) {
  const { t } = useTexts();
  const { top, right, bar } = safeArea();
  return (
    <Box className="nav" role="banner" style={top > 0 ? { paddingTop: `${top}px` } : undefined}>
      <Box className="nav-row" style={{ minHeight: `${bar}px`, paddingRight: right > 0 ? `${right}px` : undefined }}>
        {hasBack && <IconButton icon="left" label={t('app.verb.back')} onPress={back} />}
        <Box className="nav-title" role="heading" level={1}>
          {title}
        </Box>
        {extra}
        {languageSwitch && <LanguageSwitch />}
      </Box>
    </Box>
  );
}

function Banner() {
  const { t } = useTexts();
  const up = useSignal(online);
  const queued = useWaiting().length;
  const refused = useRefused().length;
  const full = useSignal(storageFull);
  if (up && !full && queued + refused === 0) return null;
  return (
    <Box className="banner" role="status" live="polite">
      <Icon name={up ? 'send' : 'offline'} />
      <Span className="grow">
        {!up && t('app.state.offline')}
        {full && ` ${t('app.state.full')}`}
        {queued > 0 && ` ${t(up ? 'app.state.queued' : 'app.state.queued.offline', { n: queued })}`}
        {refused > 0 && ` ${t('app.state.refused', { n: refused })}`}
      </Span>
    </Box>
  );
}
