import { expect, test } from 'vitest'
import { securityHeaders } from '@/lib/tenants/server/security-headers'

const live = securityHeaders({ nonce: 'abc', https: true, development: false })
const policy = live['content-security-policy']!

test('no script runs in production but by the nonce', () => {
  const scripts = policy.split('; ').find(directive => directive.startsWith('script-src '))
  expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'")
  expect(policy).not.toContain('unsafe-eval')
})

test('nobody can frame a page, move its base, or take its forms elsewhere', () => {
  for (const directive of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'"])
    expect(policy.split('; ')).toContain(directive)
})

test('https is demanded only where there is https', () => {
  expect(live['strict-transport-security']).toContain('max-age=')
  expect(securityHeaders({ nonce: 'abc', https: false, development: false })).not.toHaveProperty(
    'strict-transport-security',
  )
})
