/** Placeholder of identity/login. */
import { View } from '@tarojs/components';

export default function Login() {
  return <View>identity/login</View>;
}
