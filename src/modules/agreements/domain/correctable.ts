import type { Day } from '../../../kernel/day.ts'
import type { Act, ActType } from './acts.ts'
import type { StoredAct } from './agreement.ts'
import type { Party } from './terms.ts'

/** The members of an act that a correction may write otherwise. */
export interface CorrectedMembers {
  readonly occurredOn?: Day
  /** Who sent it, or for whom it was signed. */
  readonly party?: Party
  readonly years?: number
  readonly effectiveOn?: Day | null
  readonly newLastDay?: Day | null
  readonly sentOn?: Day | null
  readonly tracking?: string
  readonly object?: string
  readonly capacity?: string
}

export type CorrectedMember = keyof CorrectedMembers

const SIGNED = ['occurredOn', 'party', 'capacity'] as const
const SENT = ['occurredOn', 'party', 'tracking'] as const

/** What the form of a correction asks, act by act; the others are withdrawn and recorded again. */
const MEMBERS: Readonly<Partial<Record<ActType, readonly CorrectedMember[]>>> = {
  signature: SIGNED,
  signature_declined: ['occurredOn', 'party'],
  renewal_signed: [...SIGNED, 'years'],
  amendment_signed: [...SIGNED, 'effectiveOn', 'newLastDay'],
  amendment_requested: ['occurredOn', 'party', 'sentOn', 'object'],
  registered_letter_sent: SENT,
  notice_sent: SENT,
  termination_notified: ['occurredOn', 'party'],
  dispute_opened: ['occurredOn', 'party', 'object'],
}

export function membersOf({ type }: Act): readonly CorrectedMember[] {
  return MEMBERS[type] ?? ['occurredOn']
}

export type WhyNotCorrectable = 'signed-in-the-application' | 'listed-at-signature' | 'is-a-withdrawal'

/** Some acts prove themselves, or are changed in another way: null when the act may be corrected. */
export function whyNotCorrectable(act: StoredAct): WhyNotCorrectable | null {
  if (act.type === 'act_voided') return 'is-a-withdrawal'
  if (act.type === 'place_listed') return 'listed-at-signature'
  return act.at === undefined ? null : 'signed-in-the-application'
}

/** What the act says today of the members that its correction may change. */
export function membersWritten(act: StoredAct): CorrectedMembers {
  const written: Readonly<Record<string, unknown>> = { ...act }
  return Object.fromEntries(
    membersOf(act).flatMap((member) => {
      const value = written[nameIn(act, member)]
      return value === undefined ? [] : [[member, value]]
    }),
  )
}

/** The act as it should have been recorded: what is not given stays, null takes away. AGR-84. */
export function correctedAct(act: StoredAct, members: CorrectedMembers, reason: string, id: string): Act {
  const { id: supersedes, seq: _seq, recordedAt: _recordedAt, correctionReason: _reason, ...kept } = act
  const given = membersOf(act).flatMap((member) => {
    const value = members[member]
    return value === undefined ? [] : [[nameIn(act, member), value] as const]
  })
  const changed = Object.fromEntries(given.filter(([, value]) => value !== null && value !== ''))
  const dropped = new Set(given.filter(([, value]) => value === null || value === '').map(([name]) => name))
  const rest = Object.fromEntries(Object.entries(kept).filter(([name]) => !dropped.has(name)))
  return { ...rest, ...changed, id, supersedes, correctionReason: reason } as unknown as Act
}

/** Does the correction write anything else than the act did? */
export function changesAnything(act: StoredAct, members: CorrectedMembers): boolean {
  const written = membersWritten(act)
  return membersOf(act).some((member) => {
    const given = members[member]
    return given !== undefined && (given === '' ? null : given) !== (written[member] ?? null)
  })
}

/** Letters, notices and requests say who they come `from`; the object of a letter is its grounds. */
function nameIn(act: Act, member: CorrectedMember): string {
  if (member === 'party') return Object.hasOwn(act, 'from') ? 'from' : 'party'
  return member
}
