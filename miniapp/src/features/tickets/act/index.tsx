/** Placeholder of tickets/act. */
import { View } from '@tarojs/components';

export default function Act() {
  return <View>tickets/act</View>;
}
