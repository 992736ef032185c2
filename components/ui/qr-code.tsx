import { encode } from 'uqr'

interface QrCodeProps {
  text: string
  /** What a screen reader says in its place. */
  label: string
}

/** Modules of white around the code without which scanners do not find it (ISO/IEC 18004). */
const QUIET = 4

/** A code for cameras, as large as its place. Black on white in the dark too: an inverted one many phones do not read. */
export function QrCode({ text, label }: QrCodeProps) {
  // M still reads with a sixth of it dirty or torn; on paper at the till, more would only make the squares smaller.
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const path = data.flatMap((row, y) => row.map((black, x) => (black ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      className="size-full"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
