/** Where a browser is, for whoever checks in or plans an activity; null where it does not know or was not allowed. */
import type { Whereabouts } from './where';

/** A code lives for seconds: whoever is asked to allow it, and thinks, checks in without a place. */
const PATIENCE = 3000;

export const whereabouts = (): Promise<Whereabouts | null> =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(null);
    setTimeout(() => resolve(null), PATIENCE);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude, accuracy: Math.ceil(coords.accuracy) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 30_000 },
    );
  });
