import sharp from 'sharp'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Document } from './kept-files.ts'

export const PHOTO_LIMIT = 10 * 1024 * 1024

export type PhotoRefusal = 'photo-too-large' | 'photo-unreadable'

const LONGEST_SIDE = 1600
/** A file of a few bytes may promise a picture that fills the memory. */
const MOST_PIXELS = 100_000_000

/**
 * A JPEG, PNG or WebP photo drawn again, turned upright and without what it told of the place, the day and the camera.
 * EQP-803.
 */
export async function readPhoto(
  name: string,
  content: Uint8Array,
): Promise<Document | Refusal<PhotoRefusal>> {
  if (content.length > PHOTO_LIMIT) return refuse('photo-too-large')
  try {
    const picture = sharp(content, { limitInputPixels: MOST_PIXELS })
    const { format } = await picture.metadata()
    if (!['jpeg', 'png', 'webp'].includes(format ?? '')) return refuse('photo-unreadable')
    const drawn = await picture.rotate().resize(within(LONGEST_SIDE)).jpeg({ quality: 78 }).toBuffer()
    const title = name
      .replace(/^.*[\\/]/, '')
      .replace(/\.[^.]*$/, '')
      .slice(0, 190)
    return { name: `${title || 'photo'}.jpg`, mediaType: 'image/jpeg', content: new Uint8Array(drawn) }
  } catch {
    return refuse('photo-unreadable')
  }
}

/** A drawing sent as `data:image/png;base64,…`, drawn again on white; null when it is none. */
export async function readDrawing(text: string): Promise<Document | null> {
  const [, base64] = /^data:image\/png;base64,([A-Za-z0-9+/=]+)$/.exec(text) ?? []
  if (!base64 || base64.length > PHOTO_LIMIT) return null
  try {
    const picture = sharp(Buffer.from(base64, 'base64'), { limitInputPixels: 4_000_000 })
    const drawn = await picture.resize(within(800)).flatten({ background: '#ffffff' }).png().toBuffer()
    return { name: 'signature.png', mediaType: 'image/png', content: new Uint8Array(drawn) }
  } catch {
    return null
  }
}

/** The same picture, small enough for a printed sheet. */
export async function printedPhoto(content: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await sharp(content).resize(within(700)).jpeg({ quality: 65 }).toBuffer())
}

/** Its middle as a square, for a portrait. */
export async function squarePhoto(content: Uint8Array): Promise<Uint8Array> {
  const drawn = sharp(content).resize({ width: 480, height: 480, fit: 'cover', position: 'attention' })
  return new Uint8Array(await drawn.jpeg({ quality: 78 }).toBuffer())
}

function within(side: number) {
  return { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const
}

/** How wide and how high a photo is, in pixels: what a page says so that nothing moves while it loads. */
export async function photoSize(content: Uint8Array): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(content).metadata()
  return { width, height }
}
