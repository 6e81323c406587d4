import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Bars } from '../../../../../ui/bars.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { formatNumber, plural } from '../../../../../ui/french.ts'
import { LineChart } from '../../../../../ui/line-chart.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { groundName } from '../../../data/search/places.gazetteer.ts'
import type { KeptFigures } from '../../../data/statistics/semester-figures.store.ts'
import type { TerritoryCount } from '../../../data/territories/territory-counts.ts'
import type { Ground } from '../../../domain/search/asked.ts'
import { fees, publics, services } from '../../../domain/vocabulary.ts'
import type { ToldTerritory } from '../../../use-cases/statistics/territory-figures.ts'
import type { Listing } from '../../directory/listing.ts'
import { paths } from '../../paths.ts'
import { statisticsPaths } from '../statistics.paths.ts'
import {
  EVOLUTION,
  finding,
  labelText,
  METHOD,
  partNames,
  shareText,
  shortSemester,
} from '../statistics-wording.ts'

export interface StatisticsProps {
  view: View
  /** Null: the whole network. */
  ground: Ground | null
  name: string
  told: ToldTerritory
  /** The oldest first. */
  kept: readonly KeptFigures[]
  /** The territories one degree smaller. */
  parts: readonly { ground: Ground; name: string; places: number }[]
  /** For the whole network: the territories that it names itself. */
  own: readonly TerritoryCount[]
}

/** What the places of a territory amount to, with the places behind each figure. DIR-81. */
export function StatisticsPage(props: StatisticsProps) {
  const { view, ground, name, told } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      title={ground ? `Statistiques : ${name}` : 'Statistiques du réseau'}
      intro={finding(told.figures)}
      breadcrumb={[
        { label: 'Lieux', href: paths.places(base) },
        ...(ground ? [{ label: 'Statistiques', href: statisticsPaths.statistics(base) }] : []),
      ]}
    >
      <p>
        <a href={statisticsPaths.statisticsCsv(base, ground)} download>
          Télécharger tous ces chiffres (CSV)
        </a>
      </p>
      {told.figures.places === 0 ? (
        <EmptyState
          title="Aucun lieu publié ici"
          act={<ButtonLink href={paths.places(base)}>Voir tous les lieux du réseau</ButtonLink>}
        >
          <p>Les chiffres viendront avec les premiers lieux de ce territoire.</p>
        </EmptyState>
      ) : (
        <Figures {...props} />
      )}
      <Parts {...props} />
      <Own {...props} />
      <Far {...props} />
      <Evolution {...props} />
    </Frame>
  )
}

/** The list that shows the very places that a figure counts. */
function listOf({ view, ground }: StatisticsProps, asked: Partial<Listing>): string {
  return paths.places(view.network.base, { ...(ground && { grounds: [ground] }), ...asked })
}

function Figures(props: StatisticsProps) {
  const { told, view, ground } = props
  const { figures } = told
  const csvHref = statisticsPaths.statisticsCsv(view.network.base, ground)
  return (
    <>
      <MainFigures {...props} />
      {figures.labels.length > 0 && (
        <Table
          caption="Lieux par label"
          columns={[
            {
              label: 'Label',
              header: true,
              cell: (label) => (
                <a
                  href={listOf(props, {
                    labels: [label.level === null ? label.code : `${label.code}:${label.level}`],
                  })}
                >
                  {labelText(label)}
                </a>
              ),
            },
            { label: 'Lieux', numeric: true, cell: (label) => formatNumber(label.places) },
            { label: 'Part', numeric: true, cell: (label) => shareText(label.places, figures.places) },
          ]}
          rows={figures.labels}
        />
      )}
      <Bars
        id="services"
        title="Ce que proposent les lieux"
        subtitle={'Nombre de lieux par service ; un lieu en propose souvent plusieurs.'}
        csvHref={csvHref}
        labelHead="Service"
        valueHead="Lieux"
        bars={services.map(({ code, plain }) => ({
          label: plain,
          value: figures.services[code] ?? 0,
          href: listOf(props, { services: [code] }),
        }))}
      />
      <Bars
        id="publics"
        title="Pour qui"
        subtitle="Nombre de lieux qui s’adressent en particulier à ces personnes."
        csvHref={csvHref}
        labelHead="Public"
        valueHead="Lieux"
        bars={publics.map(({ code, plain }) => ({
          label: plain,
          value: figures.publics[code] ?? 0,
          href: listOf(props, { publics: [code] }),
        }))}
      />
      <Bars
        id="frais"
        title="À quel prix"
        csvHref={csvHref}
        labelHead="Frais"
        valueHead="Lieux"
        bars={fees.map(({ code, plain }) => ({
          label: plain,
          value: figures.fees[code] ?? 0,
          href: listOf(props, { fees: [code] }),
        }))}
      />
    </>
  )
}

function MainFigures(props: StatisticsProps) {
  const { figures } = props.told
  const { places } = figures
  const share = (count: number) => `${formatNumber(count)} (${shareText(count, places)})`
  const rows = [
    { name: 'Lieux', value: formatNumber(places), href: listOf(props, {}), method: METHOD.places },
    { name: 'Lieux labellisés', value: share(figures.labelled), method: METHOD.labelled },
    { name: 'Fiches confirmées ce semestre', value: share(figures.confirmed), method: METHOD.confirmed },
    { name: 'Horaires connus', value: share(figures.hoursKnown), method: METHOD.hoursKnown },
    {
      name: 'Ouverts en soirée',
      value: share(figures.openEvening),
      href: listOf(props, { open: ['evening'] }),
      method: METHOD.openEvening,
    },
    {
      name: 'Ouverts le samedi',
      value: share(figures.openSaturday),
      href: listOf(props, { open: ['saturday'] }),
      method: METHOD.openSaturday,
    },
    {
      name: 'Ouverts le dimanche',
      value: share(figures.openSunday),
      href: listOf(props, { open: ['sunday'] }),
      method: METHOD.openSunday,
    },
    {
      name: 'Fiches complètes',
      value: figures.completeness === null ? 'sans objet' : `${formatNumber(figures.completeness)} sur 100`,
      method: METHOD.completeness,
    },
    { name: 'Habitants', value: formatNumber(figures.inhabitants), method: METHOD.inhabitants },
    {
      name: 'Communes sans lieu à moins de 20 km',
      value: `${formatNumber(figures.farCommunes)} sur ${formatNumber(figures.communes)}`,
      method: METHOD.farCommunes,
    },
  ]
  return (
    <Table
      caption="Chiffres d’aujourd’hui"
      columns={[
        {
          label: 'Chiffre',
          header: true,
          cell: ({ name, href }) => (href ? <a href={href}>{name}</a> : name),
        },
        { label: 'Valeur', cell: ({ value }) => value },
        { label: 'Ce qui est compté', cell: ({ method }) => method },
      ]}
      rows={rows}
    />
  )
}

function Parts({ view, ground, parts }: StatisticsProps) {
  const caption = ground ? (partNames[ground.kind] ?? 'Territoires') : 'Départements où le réseau a des lieux'
  return <PartsTable base={view.network.base} caption={caption} parts={parts} />
}

function Own({ view, own }: StatisticsProps) {
  const parts = own.map(({ slug, name, count }) => ({
    ...{ name, places: count },
    ground: { kind: 'territoire', code: slug } as const,
  }))
  return <PartsTable base={view.network.base} caption="Territoires que le réseau a nommés" parts={parts} />
}

function PartsTable({
  base,
  caption,
  parts,
}: Pick<StatisticsProps, 'parts'> & { base: string; caption: string }) {
  if (parts.length === 0) return null
  return (
    <Table
      caption={caption}
      columns={[
        {
          label: 'Territoire',
          header: true,
          cell: (part) => <a href={statisticsPaths.statistics(base, part.ground)}>{part.name}</a>,
        },
        {
          label: 'Lieux',
          numeric: true,
          cell: (part) =>
            part.places === 0 ? (
              '0'
            ) : (
              <a href={paths.places(base, { grounds: [part.ground] })}>
                {formatNumber(part.places)}
                <span class="visually-hidden"> : voir les lieux de {part.name}</span>
              </a>
            ),
        },
      ]}
      rows={parts}
    />
  )
}

const MOST_NAMED = 100

function Far({ told: { far } }: StatisticsProps) {
  if (far.length === 0) return null
  return (
    <Folded title={`Les ${plural(far.length, 'commune', 'communes')} sans lieu à moins de 20 km`}>
      <p>
        {far
          .slice(0, MOST_NAMED)
          .map((code) => groundName({ kind: 'commune', code }) ?? code)
          .join(', ')}
        {far.length > MOST_NAMED && ` et ${formatNumber(far.length - MOST_NAMED)} autres`}.
      </p>
    </Folded>
  )
}

function Evolution({ view, ground, told, kept }: StatisticsProps) {
  if (kept.length === 0)
    return <p class="muted">L’évolution se dessinera ici à partir de la fin de ce semestre. {EVOLUTION}</p>
  const readings = [...kept.map(({ figures }) => figures), told.figures]
  return (
    <LineChart
      id="evolution"
      title="Évolution, semestre par semestre"
      subtitle="Le dernier point est celui d’aujourd’hui."
      csvHref={statisticsPaths.statisticsCsv(view.network.base, ground)}
      method={EVOLUTION}
      periodHead="Relevé"
      periods={[...kept.map(({ semester }) => shortSemester(semester)), 'aujourd’hui']}
      series={[
        { label: 'Lieux', values: readings.map(({ places }) => places) },
        { label: 'Lieux labellisés', values: readings.map(({ labelled }) => labelled) },
        { label: 'Horaires connus', values: readings.map(({ hoursKnown }) => hoursKnown) },
      ]}
    />
  )
}
