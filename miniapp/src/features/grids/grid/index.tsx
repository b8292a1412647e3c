/** Placeholder of grids/grid. */
import { View } from '@tarojs/components';

export default function Grid() {
  return <View>grids/grid</View>;
}
