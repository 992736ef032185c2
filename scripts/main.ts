import { Refusal } from '@/supabase/local/refusal'

/** Runs a script to its exit code. A Refusal ends it with its one sentence, a fault with its stack. */
export async function main(script: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await script()
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = 1
  }
}
