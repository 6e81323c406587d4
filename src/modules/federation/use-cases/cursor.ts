import { isId } from '../../../kernel/id.ts'
import type { ChangeMark, PlaceId } from '../../places/index.ts'

const BEGINNING = '0'

/** Opaque to whoever reads: the number of the last change told, and its place. */
export function cursorOf(mark: ChangeMark | null): string {
  return mark ? Buffer.from(`${mark.number} ${mark.place}`).toString('base64url') : BEGINNING
}

/** Null: from the beginning; undefined: nobody gave this one. */
export function markOf(cursor: string): ChangeMark | null | undefined {
  if (cursor === '' || cursor === BEGINNING) return null
  const [number = '', place = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  return /^\d{1,18}$/.test(number) && isId<'place'>(place) ? { number, place: place as PlaceId } : undefined
}
