import { spawn } from 'node:child_process'

/**
 * Ties another process to the life of this one: when this process ends in any way, even by `kill -9`, `target` is
 * signalled. A shell waits on a pipe whose other end only we hold; the kernel closes it with us.
 * (Windows has no such shell: there an orderly stop must do.)
 *
 * @param target a process id, or a negative one for a whole process group
 * @returns cuts the line, once `target` has been stopped in an orderly way
 */
export function lifeline(target: number, signal: 'INT' | 'TERM'): () => void {
  if (process.platform === 'win32') return () => {}
  const shell = spawn('/bin/sh', ['-c', `read -r _; kill -s ${signal} -- ${target}`], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
  return () => shell.kill('SIGKILL')
}
