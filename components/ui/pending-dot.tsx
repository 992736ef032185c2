/** Beside a record that is saved on this phone and not yet confirmed by the server. */
export function PendingDot() {
  return (
    <span
      role="img"
      aria-label="gönderilmeyi bekliyor"
      title="Gönderilmeyi bekliyor"
      className="inline-block size-2.5 shrink-0 rounded-full bg-ink-soft"
    />
  )
}
