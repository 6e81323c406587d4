import type { DeadlineGroup } from '../../../../../ui/deadlines.tsx'
import type { AgendaGroup } from '../../../domain/agenda.ts'
import { GROUPS, groupTitles } from '../agenda-wording.ts'
import type { ToldLine } from '../board-lines.ts'

/** The lines of a page under the titles of their groups; `counts`: of all pages. */
export function deadlineGroups(
  lines: readonly ToldLine[],
  counts: Record<AgendaGroup, number>,
): DeadlineGroup[] {
  return GROUPS.map((group) => ({
    title: groupTitles[group],
    late: group === 'late' || group === 'waiting',
    count: counts[group],
    items: lines
      .filter((line) => line.group === group)
      .map(({ day, sentence, reason, owner, act }) => ({
        day,
        text: sentence,
        reason: [reason, owner].filter(Boolean).join('. ') || undefined,
        act,
      })),
  }))
}
