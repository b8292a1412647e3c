/** Placeholder of cards/scan. */
import { View } from '@tarojs/components';

export default function Scan() {
  return <View>cards/scan</View>;
}
