/** A day or a time of day on WeChat: its own picker, which no keyboard gets in the way of. */
import { Picker, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { WhenProps } from './element-props';

export function WhenInput({ kind, label, value, onChange, placeholder, className }: WhenProps): ReactNode {
  const shown = (
    <View className={className} ariaRole="button" ariaLabel={`${label} ${value}`}>
      {value === '' ? <View className="field-placeholder">{placeholder}</View> : value}
    </View>
  );
  const take = (event: { detail: { value: string } }): void => onChange(event.detail.value);
  if (kind === 'time')
    return (
      <Picker mode="time" value={value} onChange={take}>
        {shown}
      </Picker>
    );
  return (
    <Picker mode="date" value={value} onChange={take}>
      {shown}
    </Picker>
  );
}
