import { createSerwistRoute } from '@serwist/turbopack'

// This route is static: it runs once, in the build, so the time tells one build from another.
const build = String(Date.now())

/** The service worker, made with the app: the shell's revision is the build, so that every deploy brings a new one. */
export const { dynamic, dynamicParams, revalidate, generateStaticParams, GET } = createSerwistRoute({
  swSrc: 'app/serwist/sw.ts',
  useNativeEsbuild: true,
  additionalPrecacheEntries: [{ url: '/bugun', revision: build }],
  globIgnores: ['public/paylasim.png'], // for who reads a shared link, never for a phone of the shop
  maximumFileSizeToCacheInBytes: 4_000_000,
})
