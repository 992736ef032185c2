/** A new UUIDv7, as phones make them (lib/kernel/id.ts, which needs a package that k6 cannot load). */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`
}
