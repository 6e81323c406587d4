import { isId } from '../../../kernel/id.ts'
import type { ChangePoint } from '../../places/index.ts'

const BEGINNING = '0'

/** Opaque to whoever reads: the number of the last change told, and its place. */
export function cursorOf(point: ChangePoint | null): string {
  return point ? Buffer.from(`${point.number} ${point.place}`).toString('base64url') : BEGINNING
}

/** Null: from the beginning; undefined: nobody gave this one. */
export function pointOf(cursor: string): ChangePoint | null | undefined {
  if (cursor === '' || cursor === BEGINNING) return null
  const [number = '', place = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  return /^\d{1,15}$/.test(number) && isId<'place'>(place) ? { number: Number(number), place } : undefined
}
