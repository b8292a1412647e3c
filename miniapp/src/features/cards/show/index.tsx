/** Placeholder of cards/show. */
import { View } from '@tarojs/components';

export default function Show() {
  return <View>cards/show</View>;
}
