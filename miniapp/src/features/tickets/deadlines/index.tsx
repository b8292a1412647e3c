/** How long each step may take, by grade. */
import { useState } from 'react';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import { GRADES, type Grade } from '@sevengrid/shared/tickets/terms';
import { Card, FilterChips, Heading, ListRow, Loaded, Muted, Page } from '../../../ui';
import { fullWhenText, useRoute, useTexts } from '../../../use';
import '../../../texts/apart/rules';
import '../../../texts/apart/ticket';

export default function Deadlines() {
  const { t } = useTexts();
  const [grade, choose] = useState<Grade>('G2');
  const deadlines = useRoute(deadlineRoutes.read, {});
  return (
    <Page title={t('tickets.deadlines.title')} onRefresh={deadlines.again}>
      <FilterChips
        label={t('tickets.deadlines.grade')}
        options={GRADES.map((value) => ({ value, label: t(`tickets.grade.${value}`) }))}
        value={grade}
        onChange={choose}
      />
      <Loaded of={deadlines}>
        {({ rules, versions }) => (
          <>
            <Card>
              {rules
                .filter((rule) => rule.grade === grade && rule.categoryId === null)
                .map(({ clock, span: { amount, unit } }) => (
                  <ListRow
                    key={clock}
                    title={t(`tickets.deadlines.clock.${clock}`)}
                    note={`${amount} ${t(`tickets.deadlines.unit.${unit}`)}`}
                  />
                ))}
            </Card>
            <Card>
              <Heading>{t('tickets.deadlines.versions')}</Heading>
              {versions.map(({ version, validFrom, writtenByName }) => (
                <Muted key={version}>
                  {t('tickets.deadlines.version', {
                    n: version,
                    when: fullWhenText(t, Date.parse(validFrom)),
                    who: writtenByName ?? '',
                  })}
                </Muted>
              ))}
              <Muted>{t('tickets.deadlines.version.first')}</Muted>
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
