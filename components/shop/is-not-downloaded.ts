/** Code that could not be fetched, by the name the bundler gives it: the line dropped before the phone had the whole app. */
export const isNotDownloaded = (error: unknown) => error instanceof Error && error.name === 'ChunkLoadError'
