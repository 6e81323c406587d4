import { Tag } from '../../../../../ui/tag.tsx'
import type { FreshnessBadge } from '../../../domain/freshness/badge.ts'
import { type FreshnessState, type InformationDuty, missed } from '../../../domain/freshness/duty.ts'
import { badgeText, periodText, stateNames, stateTags } from '../freshness-wording.ts'

/** How fresh the sheet of a place is, in words: on its page, in lists, in the panel of the map. DIR-59. */
export function FreshnessTag({ badge }: { badge: FreshnessBadge | null | undefined }) {
  if (!badge) return null
  return <Tag state={badge.kind === 'confirmed' ? 'positive' : 'warning'}>{badgeText(badge)}</Tag>
}

/** What the place owes: à faire, fait, en retard, dispensé. */
export function StateTag({ state }: { state: FreshnessState | null }) {
  if (state === null) return <>Rien à confirmer</>
  return <Tag state={stateTags[state]}>{stateNames[state]}</Tag>
}

/** « En retard : second semestre 2025, premier semestre 2026 ». */
export function MissedText({ duties }: { duties: readonly InformationDuty[] }) {
  const periods = missed(duties)
  if (periods.length === 0) return null
  return <>Manqué : {periods.map(periodText).join(', ')}</>
}
