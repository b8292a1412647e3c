/** Photos and voices of the server by their links, which are private by themselves and need no session. */
import Taro from '@tarojs/taro';
import { BASE } from './base-address';
import { BYTES_TIMEOUT } from './call';
import { faultOf, networkDown } from './fault';
import { parsed } from './ask';

/** Where a photo is shown from. */
export const mediaAddress = (link: string): string => BASE + link;

/** @throws ApiFault with the server's code, or NETWORK_DOWN when no answer came */
export async function fetchMedia(link: string): Promise<ArrayBuffer> {
  const answer = await Taro.request<unknown>({
    url: mediaAddress(link),
    method: 'GET',
    responseType: 'arraybuffer',
    timeout: BYTES_TIMEOUT,
  }).catch(() => undefined);
  if (!answer) throw networkDown();
  if (answer.statusCode !== 200) throw faultOf(answer.statusCode, parsed(answer.data));
  return answer.data as ArrayBuffer;
}
