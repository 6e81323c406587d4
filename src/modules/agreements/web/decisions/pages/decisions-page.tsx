import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DECISIONS_PAGE } from '../../../data/decisions.store.ts'
import { type Decision, decisionStanding } from '../../../domain/decision.ts'
import { boardPaths } from '../../board/board.paths.ts'
import { decisionPaths } from '../decision.paths.ts'
import { decisionName, decisionTag } from '../decision-wording.ts'

interface DecisionsProps {
  view: View
  decisions: readonly Decision[]
  total: number
  q: string
  page: number
  mayManage: boolean
}

/** What the bodies of the network decided. AGR-70. */
export function DecisionsPage({ view, decisions, total, q, page, mayManage }: DecisionsProps) {
  const { base, headName } = view.network
  return (
    <Frame
      view={view}
      title="Décisions du réseau"
      intro={`Délibérations, décisions et arrêtés publiés par ${headName} et ses partenaires.`}
      act={mayManage ? { label: 'Préparer une décision', href: decisionPaths.newDecision(base) } : undefined}
    >
      <SearchForm action={decisionPaths.decisions(base)} label="Chercher une décision" value={q} />
      {total === 0 ? (
        <EmptyState title="Aucune décision à montrer">
          {q
            ? 'Rien ne répond à votre recherche. Essayez une référence, une instance ou un mot de l’objet.'
            : 'Les décisions paraîtront ici une fois publiées, avec leurs délais et voies de recours.'}
        </EmptyState>
      ) : (
        <>
          <p>{plural(total, 'décision', 'décisions')}</p>
          <ResultList
            results={decisions.map((decision) => {
              const { state, word } = decisionTag[decisionStanding(decision)]
              return {
                title: `${decisionName(decision)} : ${decision.object}`,
                href: decisionPaths.decision(base, decision.id),
                line: `${decision.body}, ${formatDay(decision.decidedOn)}`,
                children: <Tag state={state}>{word}</Tag>,
              }
            })}
          />
          <Pagination
            page={page}
            pageSize={DECISIONS_PAGE}
            total={total}
            unit="décisions"
            href={(to) => decisionPaths.decisions(base, { q, page: to })}
          />
        </>
      )}
      <p>
        <a href={boardPaths.register(base)}>Les conventions du réseau</a>
      </p>
    </Frame>
  )
}
