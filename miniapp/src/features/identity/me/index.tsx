/** Placeholder of identity/me. */
import { View } from '@tarojs/components';

export default function Me() {
  return <View>identity/me</View>;
}
