import { compareInstants } from '../../../../kernel/instant.ts'
import { type Busy, blockerOf, freeUnits, type Lendable, type Span } from '../availability.ts'

/** A granted loan whose unit may not be there when it is due. EQP-1101. */
export interface AtRisk {
  readonly lineId: string
  readonly unitId: string
  readonly modelId: string
  readonly span: Span
}

export type WayOut<Unit extends Lendable> =
  /** The same model: moved at once, and told. */
  | { readonly kind: 'same_model'; readonly unit: Unit }
  /** Another model: the borrower must agree to it. */
  | { readonly kind: 'compatible'; readonly unit: Unit }
  | { readonly kind: 'none' }

/**
 * What is done for each of them, the first to leave first: a unit of the same model, else of one that does as well, else
 * nothing: it stays where it is, at risk. What is given to one is no more free for the next. A unit that is late itself, or
 * not in service, is given to nobody. EQP-1102.
 */
export function waysOut<Unit extends Lendable, One extends AtRisk>(
  lines: readonly One[],
  { units, busy }: { units: readonly Unit[]; busy: readonly Busy[] },
  substitutes: ReadonlyMap<string, readonly string[]>,
): { line: One; way: WayOut<Unit> }[] {
  const away = new Set(lines.map(({ unitId }) => unitId))
  const byModel = Map.groupBy(
    units.filter(({ id }) => !away.has(id)),
    ({ modelId }) => modelId,
  )
  const taken = Map.groupBy(busy, ({ unitId }) => unitId)
  const inOrder = [...lines].sort((one, other) => compareInstants(one.span.from, other.span.from))
  return inOrder.map((line) => {
    const way = wayOut(line, byModel, taken, substitutes.get(line.modelId) ?? [])
    if (way.kind !== 'none') take(taken, way.unit, line.span)
    return { line, way }
  })
}

function wayOut<Unit extends Lendable>(
  { modelId, span }: AtRisk,
  byModel: ReadonlyMap<string, readonly Unit[]>,
  taken: ReadonlyMap<string, readonly Busy[]>,
  substitutes: readonly string[],
): WayOut<Unit> {
  const same = bestOf(byModel.get(modelId) ?? [], taken, span)
  if (same) return { kind: 'same_model', unit: same }
  for (const model of substitutes) {
    const unit = bestOf(byModel.get(model) ?? [], taken, span)
    if (unit) return { kind: 'compatible', unit }
  }
  return { kind: 'none' }
}

/** Each unit is asked about its own uses alone: a stock of thousands stays quick. */
function bestOf<Unit extends Lendable>(
  units: readonly Unit[],
  taken: ReadonlyMap<string, readonly Busy[]>,
  span: Span,
): Unit | undefined {
  const uses = (unit: Lendable) =>
    [unit.id, ...unit.parts.map(({ id }) => id)].flatMap((id) => taken.get(id) ?? [])
  const free = units.filter((unit) => blockerOf(unit, uses(unit), span) === null)
  const best = freeUnits(free, free.flatMap(uses), span)[0]
  return free.find(({ id }) => id === best?.unit.id)
}

function take(taken: Map<string, Busy[]>, unit: Lendable, { from, until }: Span): void {
  for (const unitId of [unit.id, ...unit.parts.map(({ id }) => id)])
    taken.set(unitId, [...(taken.get(unitId) ?? []), { unitId, kind: 'loan', from, until }])
}
