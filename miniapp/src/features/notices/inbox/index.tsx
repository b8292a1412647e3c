/** Placeholder of notices/inbox. */
import { View } from '@tarojs/components';

export default function Inbox() {
  return <View>notices/inbox</View>;
}
