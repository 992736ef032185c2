import { afterEach, beforeEach, expect, vi } from 'vitest'

// A complaint on the console is a failed promise, even when every assertion holds.
beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  try {
    expect(vi.mocked(console.error).mock.calls).toEqual([])
  } finally {
    vi.restoreAllMocks() // one complaint fails one test, not those behind it
  }
})
