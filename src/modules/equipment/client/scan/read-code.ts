import { decodeQR } from 'qr/decode.js'

/** What a picture holds of pixels: four bytes each, as a canvas gives them. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** The text of the first code seen in a picture; null when there is none, or when it cannot be read yet. EQP-1302. */
export function readCode({ width, height, data }: Pixels): string | null {
  try {
    return decodeQR({ width, height, data }, { format: 'RGBA' })
  } catch {
    return null
  }
}
