/** Days of the week, any of them: Monday first, as the week is worked. */
import { Box, Frame, Icon, Press, Span } from '../../../ui';
import { useTexts } from '../../../use';

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

export interface WeekdaysProps {
  label: string;
  days: readonly number[];
  onChange: (days: number[]) => void;
  error?: string;
}

export function Weekdays({ label, days, onChange, error }: WeekdaysProps) {
  const { t } = useTexts();
  const toggle = (day: number): void =>
    onChange(days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort((a, b) => a - b));
  return (
    <Frame label={label} error={error}>
      <Box role="group" label={label} className="choices columns-3">
        {WEEK.map((day) => (
          <Press
            key={day}
            role="checkbox"
            checked={days.includes(day)}
            className={`choice ${days.includes(day) ? 'is-chosen' : ''}`}
            onPress={() => toggle(day)}
          >
            {days.includes(day) && <Icon name="check" />}
            <Span className="choice-label">{t(`app.time.weekday.${day}`)}</Span>
          </Press>
        ))}
      </Box>
    </Frame>
  );
}
