import type { Day } from '../../../kernel/day.ts'
import { type Instant, instantAt, startOfDay } from '../../../kernel/instant.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { readPhoto } from '../../../platform/files/photo.ts'
import type { AppContext } from '../../../platform/http/env.ts'
import type { PutPhoto } from '../use-cases/borrowing/borrower-tells.ts'

/** Each drawn again without what it told of the place and the camera; null when one of them is no photo. EQP-803. */
export async function putPhotos(
  c: AppContext,
  files: readonly File[],
  altOf: (rank: number) => string,
): Promise<PutPhoto[] | null> {
  const put: PutPhoto[] = []
  for (const [index, file] of files.entries()) {
    const photo = await readPhoto(file.name, new Uint8Array(await file.arrayBuffer()))
    if (isRefusal(photo)) return null
    const sha256 = await c.var.services.files.put(photo.content)
    put.push({ ...photo, sha256, alt: altOf(index + 1) })
  }
  return put
}

export const WRONG_PHOTO = {
  field: 'photos',
  message: 'Une des photos ne peut pas être lue : envoyez des images JPEG, PNG ou WebP de 10 Mo au plus.',
}

/** A day, and an hour that may be left out: its first moment then. */
export function momentTyped(on: Day, time: string, zone: string): Instant {
  const [hours = '', minutes = ''] = time.replace('h', ':').replace(' ', '').split(':')
  const told = time === '' ? null : instantAt(on, `${hours.padStart(2, '0')}:${minutes}`, zone)
  return told ?? startOfDay(on, zone)
}
