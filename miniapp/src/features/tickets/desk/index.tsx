/** Placeholder of tickets/desk. */
import { View } from '@tarojs/components';

export default function Desk() {
  return <View>tickets/desk</View>;
}
