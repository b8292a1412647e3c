/** Headers that tell browsers what our pages may load and who may frame them: the same on every answer, so written once. */

const YEAR = 31_536_000;

const LOADS = {
  'default-src': "'self'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  // Taro sets sizes of its components in style attributes.
  'style-src': "'self' 'unsafe-inline'",
  'script-src': "'self'",
  'connect-src': "'self'",
  'font-src': "'self' data:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** By name in small letters, as Fastify keeps them. */
export const securityHeaders = (production: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': Object.entries(LOADS)
    .map((rule) => rule.join(' '))
    .join(';'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  ...(production ? { 'strict-transport-security': `max-age=${YEAR}; includeSubDomains` } : {}),
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
});
