import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { placesNamed } from '../../../places/index.ts'
import type { PlaceId } from '../../domain/agreement.ts'
import type { Template } from '../../templates/template.ts'
import { placeListsOf } from '../drafting/agreement-text.ts'

export type PlaceNameRefusal = 'no-place-of-that-name' | 'several-places-of-that-name'

/** The lines of a text, once each. */
export function namesIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

/** The place that each line names; every line that names none, or several, with its own refusal. */
export async function placesOfLines(
  { db, network }: Context,
  lines: readonly string[],
): Promise<{ places: PlaceId[]; refusals: Refusal<PlaceNameRefusal>[] }> {
  const found = await placesNamed(db, network.id, lines)
  const read = lines.map((name) => placeOf(name, found.get(name) ?? []))
  return {
    places: read.filter((one) => typeof one === 'string'),
    refusals: read.filter((one) => typeof one !== 'string'),
  }
}

export function placeOf(name: string, found: readonly PlaceId[]): PlaceId | Refusal<PlaceNameRefusal> {
  const [only, ...others] = found
  if (!only) return refuse('no-place-of-that-name', { name })
  return others.length === 0 ? only : refuse('several-places-of-that-name', { name })
}

/** The names of the lists of the annex: the first one, and the second where the template has two. */
export function subListsOf(template: Template): [first: string, second: string] {
  const [first, second] = placeListsOf(template)
  return [first?.name ?? '', second?.name ?? first?.name ?? '']
}
