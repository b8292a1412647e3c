/** Where the phone is, for whoever checks in or plans an activity; null where it does not know or was not allowed. */
import Taro from '@tarojs/taro';

export interface Whereabouts {
  lng: number;
  lat: number;
  /** Metres by which it may be wrong. */
  accuracy: number;
}

export const whereabouts = (): Promise<Whereabouts | null> =>
  Taro.getLocation({ type: 'wgs84', isHighAccuracy: true, highAccuracyExpireTime: 3000 }).then(
    ({ longitude, latitude, accuracy }) => ({ lng: longitude, lat: latitude, accuracy: Math.ceil(accuracy) }),
    () => null,
  );
