export const LOGO_LIMIT = 512 * 1024

const KINDS = [
  { mediaType: 'image/png', ending: 'png', signature: [[0, '89504e470d0a1a0a']] },
  { mediaType: 'image/jpeg', ending: 'jpg', signature: [[0, 'ffd8ff']] },
  // « RIFF », a length, « WEBP ».
  {
    mediaType: 'image/webp',
    ending: 'webp',
    signature: [
      [0, '52494646'],
      [8, '57454250'],
    ],
  },
] as const

/** `image/png`, `image/jpeg` or `image/webp`, read from the first bytes: a name or a header may say anything. */
export function logoType(content: Uint8Array): string | null {
  const kind = KINDS.find(({ signature }) => signature.every(([at, hex]) => hexAt(content, at, hex) === hex))
  return kind?.mediaType ?? null
}

/** The file's name in its address: it changes with the content, so that browsers may keep it for ever. */
export function logoName({ sha256, mediaType }: { sha256: string; mediaType: string }): string {
  const ending = KINDS.find((kind) => kind.mediaType === mediaType)?.ending ?? 'png'
  return `logo-${sha256.slice(0, 16)}.${ending}`
}

function hexAt(content: Uint8Array, at: number, { length }: string): string {
  return [...content.subarray(at, at + length / 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
