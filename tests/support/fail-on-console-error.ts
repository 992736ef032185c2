import { afterEach, beforeEach, expect, vi } from 'vitest'

// A complaint on the console is a failed promise, even when every assertion holds.
beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([])
  vi.restoreAllMocks()
})
