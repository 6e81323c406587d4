import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { ActiveFilters, Filters } from '../../../../../ui/filters.tsx'
import { plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { PublicAward } from '../../../data/proof/course.queries.ts'
import type { PublicHolder } from '../../../data/proof/holders.queries.ts'
import type { Standing } from '../../../domain/proof/course.ts'
import { schemePaths } from '../../schemes/scheme.paths.ts'
import { LICENCE } from '../open-data.ts'
import { proofPaths, type RegisterAsked } from '../proof.paths.ts'
import { levelText, STATUS_LOOKS, STATUS_WORDS, standingSentence } from '../proof-wording.ts'

export interface RegisterLine {
  award: PublicAward
  holder: PublicHolder
  standing: Exclude<Standing, { status: 'not_yet' }>
  /** What its levels are counted in. */
  unit: string
}

export interface SchemeCount {
  code: string
  name: string
  count: number
  /** What it asks is published. */
  hasCriteria: boolean
}

export interface RegisterProps {
  view: View
  asked: RegisterAsked
  lines: readonly RegisterLine[]
  total: number
  page: number
  pageSize: number
  schemes: readonly SchemeCount[]
  years: readonly number[]
}

/** Who bears which label today, and who bore one: the public register. */
export function RegisterPage(props: RegisterProps) {
  const { view, asked, lines, total, page, pageSize } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      title="Labels"
      heading={asked.etat === 'anciens' ? 'Labels qui ne sont plus portés' : 'Labels du réseau'}
      intro="Chaque label a sa page : elle dit ce qui est vrai aujourd’hui, et ce qui l’a été."
      breadcrumb={[{ label: 'Accueil', href: `${base}/` }]}
      width="full"
    >
      <WithSide side={<RegisterFilters {...props} />}>
        <ActiveFilters filters={activeFilters(props)} />
        <Table
          caption={plural(total, 'label', 'labels')}
          columns={[
            { label: 'Titulaire', header: true, cell: (line) => <Holder base={base} line={line} /> },
            { label: 'Commune', cell: ({ holder }) => holder.commune },
            { label: 'Label', cell: (line) => <Label {...line} /> },
            {
              label: 'État',
              cell: ({ standing }) => (
                <>
                  <Tag state={STATUS_LOOKS[standing.status]}>{STATUS_WORDS[standing.status]}</Tag>{' '}
                  {standingSentence(standing)}
                </>
              ),
            },
          ]}
          rows={lines}
          empty={<Nothing base={base} asked={asked} />}
        />
        <Pagination
          page={page}
          pageSize={pageSize}
          total={total}
          href={(to) => proofPaths.register(base, { ...asked, page: to })}
          unit="labels"
        />
        <Criteria base={base} schemes={props.schemes} />
        <OpenData base={base} asked={asked} />
      </WithSide>
    </Frame>
  )
}

function Nothing({ base, asked }: { base: string; asked: RegisterAsked }) {
  if (!asked.label && !asked.campagne && !asked.etat)
    return (
      <EmptyState title="Aucun label n’est encore porté.">
        <p>Chaque lieu labellisé paraîtra ici le jour de son attribution, avec sa preuve.</p>
      </EmptyState>
    )
  return (
    <EmptyState title="Aucun label ne correspond.">
      <p>
        <a href={proofPaths.register(base)}>Voir tous les labels portés aujourd’hui</a>
      </p>
    </EmptyState>
  )
}

function Criteria({ base, schemes }: { base: string; schemes: readonly SchemeCount[] }) {
  const published = schemes.filter(({ hasCriteria }) => hasCriteria)
  if (published.length === 0) return null
  return (
    <section aria-labelledby="criteres">
      <h2 id="criteres">Ce que chaque label demande</h2>
      <LinkList
        items={published.map(({ code, name }) => ({ label: name, href: schemePaths.criteriaOf(base, code) }))}
      />
    </section>
  )
}

function Holder({ base, line: { award, holder } }: { base: string; line: RegisterLine }) {
  return <a href={proofPaths.proof(base, award.slug)}>{holder.name}</a>
}

function Label({ award, standing: { level }, unit }: RegisterLine) {
  if (level === null) return award.scheme.name
  return (
    <>
      {award.scheme.name}
      <br />
      <strong>{levelText(level, unit)}</strong>
    </>
  )
}

function RegisterFilters({ view, asked, schemes, years }: RegisterProps) {
  const { base } = view.network
  const href = (change: RegisterAsked) => proofPaths.register(base, { ...asked, page: 1, ...change })
  return (
    <Filters
      groups={[
        {
          label: 'Label',
          options: schemes.map(({ code, name, count }) => ({
            label: name,
            count,
            selected: asked.label === code,
            href: href({ label: asked.label === code ? undefined : code }),
          })),
        },
        ...(years.length === 0
          ? []
          : [
              {
                label: 'Campagne',
                options: years.map((year) => ({
                  label: String(year),
                  selected: asked.campagne === year,
                  href: href({ campagne: asked.campagne === year ? undefined : year }),
                })),
              },
            ]),
        {
          label: 'État',
          options: [
            {
              label: 'Ne sont plus portés',
              selected: asked.etat === 'anciens',
              href: href({ etat: asked.etat === 'anciens' ? undefined : 'anciens' }),
            },
          ],
        },
      ]}
    />
  )
}

function activeFilters({ view, asked, schemes }: RegisterProps) {
  const { base } = view.network
  const scheme = schemes.find(({ code }) => code === asked.label)
  const without = (change: RegisterAsked) => proofPaths.register(base, { ...asked, page: 1, ...change })
  return [
    ...(scheme ? [{ label: scheme.name, removeHref: without({ label: undefined }) }] : []),
    ...(asked.campagne
      ? [{ label: `Campagne ${asked.campagne}`, removeHref: without({ campagne: undefined }) }]
      : []),
    ...(asked.etat ? [{ label: 'Ne sont plus portés', removeHref: without({ etat: undefined }) }] : []),
  ]
}

/** For whoever reuses it: the same list as files, those of yesterday with it. */
function OpenData({ base, asked: { label, campagne } }: { base: string; asked: RegisterAsked }) {
  const only = { label, campagne }
  return (
    <section aria-labelledby="donnees">
      <h2 id="donnees">Données ouvertes</h2>
      <p>
        Les labels portés, arrivés à leur terme et retirés, à ce jour, sous{' '}
        <a href={LICENCE.url}>{LICENCE.name}</a> : <a href={proofPaths.csv(base, only)}>fichier CSV</a> ou{' '}
        <a href={proofPaths.json(base, only)}>fichier JSON</a>. Aucune personne n’y figure, ni aucun motif.
      </p>
    </section>
  )
}
