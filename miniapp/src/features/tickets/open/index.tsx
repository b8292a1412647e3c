/** Placeholder of tickets/open. */
import { View } from '@tarojs/components';

export default function Open() {
  return <View>tickets/open</View>;
}
