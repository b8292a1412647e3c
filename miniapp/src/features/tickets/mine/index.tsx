/** Placeholder of tickets/mine. */
import { View } from '@tarojs/components';

export default function Mine() {
  return <View>tickets/mine</View>;
}
