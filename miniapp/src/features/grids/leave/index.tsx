/** Placeholder of grids/leave. */
import { View } from '@tarojs/components';

export default function Leave() {
  return <View>grids/leave</View>;
}
