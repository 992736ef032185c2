import { withSerwist } from '@serwist/turbopack'
import type { NextConfig } from 'next'

export default withSerwist({
  reactStrictMode: true,
  poweredByHeader: false,
  logging: { serverFunctions: false }, // it would print what people type
  typescript: { ignoreBuildErrors: true }, // `npm run check` looks at types; a build on a shop's machine need not
  headers: async () => [
    // Serwist's route is static and would be kept for a year: a phone must see a new version at its next look.
    { source: '/serwist/sw.js', headers: [{ key: 'cache-control', value: 'no-cache' }] },
  ],
} satisfies NextConfig)
