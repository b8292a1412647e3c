/** Placeholder of tickets/detail. */
import { View } from '@tarojs/components';

export default function Detail() {
  return <View>tickets/detail</View>;
}
