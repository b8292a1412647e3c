/** Placeholder of identity/password. */
import { View } from '@tarojs/components';

export default function Password() {
  return <View>identity/password</View>;
}
