/** What has happened so far, newest first, in plain words. */
import type { ReactNode } from 'react';
import type { TimelineEntryView } from '@sevengrid/shared/tickets/views';
import { Box, Card, Heading, Span, Stack, Timeline, type TimelineItem } from '../../../ui';
import { MediaShown } from '../../../ui/media';
import { useClock, useTexts, whenText, type Translate } from '../../../use';
import { timelineWords } from './timeline-words';

interface Reading {
  now: number;
  /** Read by the person who asked, not by those who handle it. */
  asked: boolean;
  /** Fetches the ticket anew, with fresh links to what is shown. */
  again?: () => unknown;
}

/** A name does not break over two lines, whichever script stands around it. */
function wholeNames(title: string, names: readonly string[]): ReactNode {
  const name = names.find((one) => one !== '' && title.includes(one));
  if (name === undefined) return title;
  const at = title.indexOf(name);
  return (
    <>
      {title.slice(0, at)}
      <Span className="tickets-name" lang="zh">
        {name}
      </Span>
      {title.slice(at + name.length)}
    </>
  );
}

function itemOf(t: Translate, entry: TimelineEntryView, newest: boolean, { now, asked, again }: Reading): TimelineItem {
  const { title, names, facts } = timelineWords(t, entry, now, asked);
  // What was asked for stands above already, in the head.
  const opening = entry.action === 'open';
  const words = opening ? null : entry.words;
  const media = opening ? [] : entry.media;
  const note = (
    <>
      {words && <Box className="tickets-said">{words}</Box>}
      <MediaShown media={media} again={again} />
      {facts.length > 0 && <Box>{facts.join(' · ')}</Box>}
    </>
  );
  return {
    key: entry.id,
    title: wholeNames(title, names),
    note: words || media.length > 0 || facts.length > 0 ? note : undefined,
    time: whenText(t, Date.parse(entry.at), now),
    state: newest ? 'now' : 'done',
  };
}

export interface TicketTimelineProps extends Pick<Reading, 'asked' | 'again'> {
  entries: readonly TimelineEntryView[];
}

export function TicketTimeline({ entries, asked, again }: TicketTimelineProps) {
  const { t } = useTexts();
  const now = useClock();
  const newestFirst = [...entries].sort((a, b) =>
    a.at === b.at ? b.id.localeCompare(a.id) : b.at.localeCompare(a.at),
  );
  return (
    <Card>
      <Stack>
        <Heading level={3}>{t('tickets.detail.progress')}</Heading>
        <Timeline items={newestFirst.map((entry, at) => itemOf(t, entry, at === 0, { now, asked, again }))} />
      </Stack>
    </Card>
  );
}
