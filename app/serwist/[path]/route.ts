import { createSerwistRoute } from '@serwist/turbopack'

const build = process.env.NEXT_DEPLOYMENT_ID ?? process.env.SIFTAH_BUILD ?? String(Date.now())

/** Builds the service worker with the app: the shell's revision is the build, so that every deploy brings a new one. */
export const { dynamic, dynamicParams, revalidate, generateStaticParams, GET } = createSerwistRoute({
  swSrc: 'app/serwist/sw.ts',
  useNativeEsbuild: true,
  additionalPrecacheEntries: [{ url: '/bugun', revision: build }],
  maximumFileSizeToCacheInBytes: 4_000_000,
})
