import { type Day, daysBetween, earliest, latest } from '../../../../kernel/day.ts'

/** A stretch of days, both ends in. */
export interface Stretch {
  readonly first: Day
  readonly last: Day
}

/** From the day it left to the day it came back; `until` null: still away. */
export interface Stay {
  readonly lineId: string
  readonly from: Day
  readonly until: Day | null
  /** False: it left as a part of a kit, for the loan of that kit. */
  readonly isOwn: boolean
}

/** What a unit went through, in local days, stays and changes in their order. */
export interface UnitLife {
  /** False: a part that never leaves without its kit. */
  readonly isLentAlone: boolean
  readonly acquiredOn: Day | null
  readonly lifecycle: readonly { readonly day: Day; readonly isInService: boolean }[]
  readonly stays: readonly Stay[]
}

export interface UnitUse {
  readonly lendable: number
  readonly lent: number
  readonly lentByLine: ReadonlyMap<string, number>
  /** First day it could be lent, as far as is known. */
  readonly since: Day | null
  /** At the end of the stretch, or today when it is not over. */
  readonly isInService: boolean
  /** Last day it was in a borrower's hands until then, with its kit or not. */
  readonly lastAwayOn: Day | null
}

const [IN_SERVICE, IN_KIT, LENT] = [1, 2, 4]

/**
 * What a day of use is, here and nowhere else. EQP-1402.
 *
 * - Days are calendar days of the inventory, closed ones included, first and last included: those of a loan (EQP-701). A
 *   clock change adds or takes none. Those to come are not counted.
 * - _Lendable_: the unit is in service during some of the day, from its acquisition (or its first change, or its first
 *   loan, whichever is first). Days in repair, set aside, lost, stolen or retired are not; days of the owner's own use are.
 * - _Lent_: it is lendable, and in a borrower's hands during some of the day, whatever was planned. A day that two loans
 *   share is the first one's: the days of the loans add up to the days of the unit, which never exceed the lendable ones.
 * - A kit counts once, as itself, until it comes back itself. Its parts do not count again while they are away with it:
 *   such a day is neither lent nor lendable for a part. A part that never leaves alone has no lendable day.
 */
export function useOf(unit: UnitLife, { first, last }: Stretch, today: Day): UnitUse {
  const since = inServiceSince(unit)
  const end = last < today ? last : today
  const length = Math.max(0, daysBetween(first, end) + 1)
  const marks = new Uint8Array(length)
  const each = (from: Day, until: Day | null, visit: (index: number) => void) => {
    const to = until === null ? length - 1 : Math.min(length - 1, daysBetween(first, until))
    for (let index = Math.max(0, daysBetween(first, from)); index <= to; index += 1) visit(index)
  }
  const mark = (index: number, what: number) => {
    marks[index] = (marks[index] ?? 0) | what
  }
  for (const { from, until } of service(unit, since)) each(from, until, (index) => mark(index, IN_SERVICE))
  const lentByLine = new Map<string, number>()
  for (const { lineId, from, until, isOwn } of unit.stays) {
    each(from, until, (index) => {
      if (!isOwn) return mark(index, IN_KIT)
      if (((marks[index] ?? 0) & (IN_SERVICE | LENT)) !== IN_SERVICE) return
      mark(index, LENT)
      lentByLine.set(lineId, (lentByLine.get(lineId) ?? 0) + 1)
    })
  }
  const lent = marks.filter((day) => day & LENT).length
  const free = marks.filter((day) => day === IN_SERVICE).length
  return {
    ...{ lent, lendable: unit.isLentAlone ? lent + free : lent, lentByLine, since },
    isInService: ((marks[length - 1] ?? 0) & IN_SERVICE) > 0,
    lastAwayOn: lastAwayOn(unit.stays, end),
  }
}

function lastAwayOn(stays: readonly Stay[], end: Day): Day | null {
  const before = stays.filter(({ from }) => from <= end)
  return latest(...before.map(({ until }) => (until !== null && until < end ? until : end)))
}

function inServiceSince({ acquiredOn, lifecycle, stays }: UnitLife): Day | null {
  return earliest(acquiredOn, lifecycle[0]?.day, ...stays.map(({ from }) => from))
}

/** In service on the day of the change that puts it there, and still on that of the next one. */
function service({ lifecycle }: UnitLife, since: Day | null): { from: Day; until: Day | null }[] {
  return lifecycle.flatMap(({ day, isInService }, index) =>
    isInService
      ? [{ from: index === 0 ? (since ?? day) : day, until: lifecycle[index + 1]?.day ?? null }]
      : [],
  )
}
