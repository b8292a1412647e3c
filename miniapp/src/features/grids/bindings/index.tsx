/** Placeholder of grids/bindings. */
import { View } from '@tarojs/components';

export default function Bindings() {
  return <View>grids/bindings</View>;
}
