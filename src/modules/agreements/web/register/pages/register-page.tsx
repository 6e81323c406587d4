import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Filters } from '../../../../../ui/filters.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { REGISTER_PAGE } from '../../../data/register.queries.ts'
import { boardPaths } from '../../board/board.paths.ts'
import { decisionPaths } from '../../decisions/decision.paths.ts'
import { verificationPaths } from '../../signing/verification-paths.ts'
import { WORKING_READING } from '../../wording.ts'
import type { RegisterLine } from '../register-lines.ts'

interface RegisterProps {
  view: View
  lines: readonly RegisterLine[]
  total: number
  page: number
  asked: { q: string; etat: string }
}

/** What the network agreed, with whom and until when, for everybody. AGR-68. */
export function RegisterPage({ view, lines, total, page, asked }: RegisterProps) {
  const { base, headName } = view.network
  const { q, etat } = asked
  const option = (value: string, label: string) => ({
    label,
    selected: etat === value,
    href: boardPaths.register(base, { q, etat: etat === value ? '' : value }),
  })
  return (
    <Frame
      view={view}
      width="full"
      title="Conventions du réseau"
      intro={`Les conventions signées par ${headName}, celles qui sont en vigueur et celles qui ont pris fin.`}
    >
      <p>
        <a href={decisionPaths.decisions(base)}>Les décisions publiées par le réseau</a>
      </p>
      <p>
        <a href={verificationPaths.form(base)}>Vérifier un document signé</a>
      </p>
      <SearchForm
        action={boardPaths.register(base)}
        label="Chercher un partenaire"
        value={q}
        keep={etat ? { etat } : {}}
      />
      <WithSide
        at="start"
        side={
          <Filters
            groups={[
              {
                label: 'État',
                options: [option('en-vigueur', 'En vigueur'), option('terminees', 'Terminées')],
              },
            ]}
            clearHref={q || etat ? boardPaths.register(base) : undefined}
          />
        }
      >
        {total === 0 ? (
          <EmptyState title="Aucune convention à montrer">
            {q || etat
              ? 'Rien ne répond à votre recherche. Essayez un autre nom, ou retirez un filtre.'
              : 'Les conventions paraîtront ici une fois signées, quand leur texte ou les parties permettent de le dire.'}
          </EmptyState>
        ) : (
          <>
            <p>{plural(total, 'convention', 'conventions')}</p>
            {lines.map((line) => (
              <Line line={line} headName={headName} />
            ))}
            <Pagination
              page={page}
              pageSize={REGISTER_PAGE}
              total={total}
              unit="conventions"
              href={(to) => boardPaths.register(base, { q, etat, page: to })}
            />
            <p class="muted">{WORKING_READING}</p>
            <p>
              <a href={boardPaths.registerCsv(base, { q, etat })}>Télécharger cette liste (CSV)</a>
            </p>
          </>
        )}
      </WithSide>
    </Frame>
  )
}

function Line({ line, headName }: { line: RegisterLine; headName: string }) {
  const { reference, partner, object, offices, enteredOn, state, isInForce, places } = line
  const id = `convention-${reference}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{partner}</h2>
      <p>
        <Tag state={isInForce ? 'positive' : 'neutral'}>{isInForce ? 'En vigueur' : 'Terminée'}</Tag> {state}.
      </p>
      <SummaryList
        rows={[
          { term: 'Parties', value: `${headName} et ${partner}` },
          { term: 'Objet', value: `${object} (convention ${reference})` },
          { term: 'Entrée en vigueur', value: enteredOn ? <DayText day={enteredOn} /> : '—' },
          ...(offices.length > 0 ? [{ term: 'Signée en qualité de', value: offices.join(' ; ') }] : []),
          ...(places.length > 0
            ? [
                {
                  term: 'Lieux',
                  value: places
                    .map(({ name, hasLabel }) => (hasLabel ? `${name} (label en cours)` : name))
                    .join(' ; '),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}
