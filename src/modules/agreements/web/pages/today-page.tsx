import { addDays } from '../../../../kernel/day.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { type Deadline, Deadlines } from '../../../../ui/deadlines.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { type BoardLine, isWaiting } from '../../domain/board.ts'
import { explanationOf, reasonOf } from '../explanation-wording.ts'
import { paths } from '../paths.ts'
import { boardSentences, WORKING_READING } from '../wording.ts'

interface TodayProps {
  view: View
  lines: readonly BoardLine[]
  mayManage: boolean
}

/** What needs an act: what waits, this week, then to come. A few sentences, each with its reason and its act. */
export function TodayPage({ view, lines, mayManage }: TodayProps) {
  const week = addDays(view.today, 7)
  const items = (wanted: (line: BoardLine) => boolean) =>
    lines.filter(wanted).map((line) => deadlineOf(view, line, mayManage))
  return (
    <Frame view={view} space="member" title="Aujourd’hui">
      {lines.length === 0 ? (
        <EmptyState title="Rien n’attend aujourd’hui">
          Rien ne vous est demandé dans les douze mois. Bonne journée !
        </EmptyState>
      ) : (
        <>
          <Deadlines
            today={view.today}
            groups={[
              { title: 'En attente d’un acte', late: true, items: items(isWaiting) },
              { title: 'Cette semaine', items: items((line) => !isWaiting(line) && line.day < week) },
              { title: 'À venir', items: items((line) => !isWaiting(line) && line.day >= week) },
            ]}
          />
          <p class="muted">{WORKING_READING}</p>
        </>
      )}
    </Frame>
  )
}

function deadlineOf(view: View, line: BoardLine, mayManage: boolean): Deadline {
  const { agreement, kind, day, state } = line
  const { base } = view.network
  const why = explanationOf(state, kind)
  const act = mayManage
    ? boardActs(base, line)
    : { label: 'Voir la convention', href: paths.agreement(base, agreement.id) }
  return {
    day,
    text: boardSentences[kind](agreement.partner.name),
    ...(why && { reason: reasonOf(why) }),
    act: { ...act, about: `avec ${agreement.partner.name}` },
  }
}

function boardActs(base: string, { kind, agreement: { id } }: BoardLine): { label: string; href: string } {
  if (kind === 'draft') return { label: 'Compléter le projet', href: paths.draft(base, id) }
  if (kind === 'awaiting_signatures')
    return { label: 'Enregistrer une signature', href: paths.signature(base, id) }
  if (kind === 'last_day_to_denounce_before_renewal')
    return { label: 'Dénoncer', href: paths.denunciation(base, id) }
  return { label: 'Voir la convention', href: paths.agreement(base, id) }
}
