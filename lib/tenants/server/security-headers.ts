import 'server-only'

interface Served {
  /** Of this answer alone; Next puts it on every script of the page. */
  nonce: string
  https: boolean
  development: boolean
}

/**
 * What a browser may do with our pages. Scripts run by the nonce only, and what they load themselves. The answer and its
 * header are kept together by the service worker, so the offline shell runs under the nonce it was made with.
 */
export function securityHeaders({ nonce, https, development }: Served): Record<string, string> {
  const policy = {
    'default-src': "'self'",
    // React's tools for the developer need eval.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'worker-src': "'self'",
    'connect-src': "'self'",
    // In development the styles are put in by script.
    'style-src': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    // Lists place their rows by a style attribute, which can load nothing.
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources}`)
      .join('; '),
    ...(https && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
    // Links carry tokens, so no other site learns an address of ours. `no-referrer` would also blank the Origin header by
    // which Server Actions know their own forms.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
  }
}
