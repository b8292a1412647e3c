/** Home of whoever answers for an outside body: what the community asks of it, the most pressing first. */
import { useState } from 'react';
import { coordinationRoutes } from '@sevengrid/shared/tickets/coordination.routes';
import { go } from '../../../platform/navigate';
import { Card, Chip, Empty, FilterChips, ListRow, Listed, Page } from '../../../ui';
import { dueText, urgencyOf, useClock, useInfinite, useTexts, whenText } from '../../../use';

export function PartnerHome() {
  const { t, say } = useTexts();
  const now = useClock();
  const [state, choose] = useState<'open' | 'ended'>('open');
  const list = useInfinite(coordinationRoutes.list, { query: { state } });
  const open = state === 'open';
  return (
    <Page title={t('home.partner.title')} tab="home" onRefresh={list.again}>
      <FilterChips
        label={t('home.partner.filter')}
        options={[
          { value: 'open', label: t('home.partner.open') },
          { value: 'ended', label: t('home.partner.ended') },
        ]}
        value={state}
        onChange={choose}
      />
      <Listed of={list} rows={3} empty={<Empty title={t('home.partner.none')} hint={t('home.partner.none.hint')} />}>
        {(items) => (
          <Card>
            {items.map((request) => {
              const due = Date.parse(request.dueAt);
              const late = urgencyOf(due, now) === 'over';
              const when = open
                ? dueText(t, due, now)
                : whenText(t, Date.parse(request.endedAt ?? request.askedAt), now);
              return (
                <ListRow
                  key={request.id}
                  title={request.words ?? say(request.category)}
                  note={[say(request.category), request.address, when].filter(Boolean).join(' · ')}
                  after={
                    open && (
                      <Chip tone={late ? 'urgent' : 'calm'} shape={late ? 'square' : 'ring'}>
                        {t(late ? 'work.row.over' : 'home.partner.waiting')}
                      </Chip>
                    )
                  }
                  onPress={() => go('tickets/request', { id: request.id })}
                />
              );
            })}
          </Card>
        )}
      </Listed>
    </Page>
  );
}
