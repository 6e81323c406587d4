import { create } from 'qrcode'

interface QrCodeProps {
  /** What a phone reads: an address, a secret to add. */
  text: string
  /** What it is, for those who do not see it. The same must be written beside, for those who cannot scan. */
  label: string
}

const MARGIN = 4

/** A code to scan, drawn by the server: black on white whatever the theme, since readers expect it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * MARGIN
  return (
    <svg class="qr-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <path class="qr-code-ground" d={`M0 0h${side}v${side}H0z`} />
      <path class="qr-code-marks" d={marks(modules.size, (row, column) => modules.get(row, column) === 1)} />
    </svg>
  )
}

function marks(size: number, isDark: (row: number, column: number) => boolean): string {
  const rows = Array.from({ length: size }, (_, row) => row)
  return rows
    .flatMap((row) =>
      rows
        .filter((column) => isDark(row, column))
        .map((column) => `M${column + MARGIN} ${row + MARGIN}h1v1h-1z`),
    )
    .join('')
}
