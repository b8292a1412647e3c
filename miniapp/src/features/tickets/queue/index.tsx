/** Placeholder of tickets/queue. */
import { View } from '@tarojs/components';

export default function Queue() {
  return <View>tickets/queue</View>;
}
