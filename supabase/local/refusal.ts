/** A refusal to start that its reader can act on: printed as it is, one sentence, without a stack. */
export class Refusal extends Error {}

// What Postgres, initdb and Node say when the machine, not the program, is at fault. First match wins.
const causes: [RegExp, (where: string) => string][] = [
  [
    /setpriv ENOENT|^setpriv: /m,
    () => 'This machine does not let root hand the database to another user: start Siftah as an ordinary user.',
  ],
  [
    /ENOSPC|No space left on device/i,
    where => `The disk that holds ${where} is full: free some space and start again.`,
  ],
  [
    /EROFS|Read-only file system/i,
    where => `${where} lies on a read-only disk: set SIFTAH_DATA_DIR to a folder that can be written.`,
  ],
  [
    /EACCES|EPERM|Permission denied|wrong ownership|invalid permissions/i,
    where => `This user may not read and write ${where}: give it that folder, or set SIFTAH_DATA_DIR to another one.`,
  ],
  [/EADDRINUSE|Address already in use/i, () => 'Another program took the port while Siftah was starting: start again.'],
  [
    /postmaster\.pid" already exists|shared memory block .* still in use/i,
    where => `Another Siftah runs on ${where}: stop it, or set SIFTAH_DATA_DIR to another folder.`,
  ],
  [
    /initialized by PostgreSQL version/i,
    where =>
      `The data in ${where} was written by another version of PostgreSQL: start the Siftah that wrote it, or move the folder aside.`,
  ],
  [
    /could not (?:create|resize|map) .*shared memory|could not create semaphores|Cannot allocate memory/i,
    () => 'This machine has too little memory left for the database: close other programs and start again.',
  ],
  [
    /not a valid data directory|not a database cluster directory|valid data|files are incompatible|checkpoint record|checksum|control file|pg_control|PANIC|exists but is not empty|could not open (?:file|directory) "(?:base|global|pg_)/i,
    where => `The data folder ${where} is damaged: restore it from a backup, or move it aside to start empty.`,
  ],
  [
    /error while loading shared libraries|Exec format error|ENOENT.*initdb/i,
    () => 'The database program cannot run here: delete node_modules and run npm install on this machine.',
  ],
]

/**
 * One sentence for what a program said before it ended, or `null` when its cause is not the machine (disk, permission,
 * port, damaged data).
 *
 * @param where the folder it is about
 */
export const explain = (said: string, where: string): string | null =>
  causes.find(([symptom]) => symptom.test(said))?.[1](where) ?? null

/** The error as a Refusal when its cause is the machine, else the error as it is: a fault of the program keeps its stack. */
export function asRefusal(error: unknown, where: string): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error
  const sentence = explain(`${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}`, where)
  return sentence ? new Refusal(sentence, { cause: error }) : error
}
