/** Placeholder of grids/household. */
import { View } from '@tarojs/components';

export default function Household() {
  return <View>grids/household</View>;
}
