import { opensTo } from '../../../../platform/http/page.tsx'
import { Deadlines } from '../../../../ui/deadlines.tsx'
import { papersOf } from '../../data/papers.queries.ts'
import { placeFacts } from '../../data/place-facts.queries.ts'
import { groupOf } from '../../domain/agenda.ts'
import { type AgendaEntry, readAgenda } from '../../domain/agenda-lines.ts'
import { agendaOfPapers } from '../../domain/paper-agenda.ts'
import type { AgreementPanel } from '../panel.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { GROUPS } from './agenda-wording.ts'
import { boardPaths } from './board.paths.ts'
import { toldLines } from './board-lines.ts'

/** Lines an agreement's own page shows: the board holds the others. */
const SHOWN = 3

/** What the agreement asks for first, as its lines of the board say it; nothing when it asks for nothing. */
export const awaitedLines: AgreementPanel = async ({ view, context, agreement }) => {
  const { db, today, network } = context
  const facts = await placeFacts(db, [agreement], today)
  const papers = agendaOfPapers((await papersOf(db, [agreement.id]))(agreement.id), today)
  const { entries } = readAgenda(agreement, today, facts.get(agreement.id), papers)
  const pressing = (entry: AgendaEntry) => GROUPS.indexOf(groupOf(entry, today))
  const first = entries
    .toSorted((one, other) => pressing(one) - pressing(other) || (one.day < other.day ? -1 : 1))
    .slice(0, SHOWN)
    .map((entry) => ({ ...entry, agreement }))
  if (first.length === 0) return null
  const own = paths.agreement(view.network.base, agreement.id)
  const lines = await toldLines(db, network, first, { today, mayManage: opensTo(view, policy.manage) })
  return (
    <>
      <Deadlines
        today={today}
        groups={[
          {
            title: 'Ce qu’elle attend',
            count: entries.length,
            items: lines.map(({ day, sentence, reason, owner, act }) => ({
              day,
              text: sentence,
              reason: [reason, owner].filter(Boolean).join('. ') || undefined,
              act: act.href === own ? undefined : act,
            })),
          },
        ]}
      />
      {entries.length > SHOWN && (
        <p>
          <a href={boardPaths.board(view.network.base, { q: agreement.reference })}>
            Voir toutes ses échéances
          </a>
        </p>
      )}
    </>
  )
}
