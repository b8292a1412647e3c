/** Placeholder of cards/issue. */
import { View } from '@tarojs/components';

export default function Issue() {
  return <View>cards/issue</View>;
}
