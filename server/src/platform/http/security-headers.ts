/** Headers that tell browsers what our pages may load and who may frame them. */
import type { FastifyHelmetOptions } from '@fastify/helmet';

const YEAR = 31_536_000;

export const securityHeaders = (production: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      // Taro sets sizes of its components in style attributes.
      styleSrc: ["'self'", "'unsafe-inline'"],
      scriptSrc: ["'self'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: production ? { maxAge: YEAR, includeSubDomains: true } : false,
  referrerPolicy: { policy: 'no-referrer' },
});
