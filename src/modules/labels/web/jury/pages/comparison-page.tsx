import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { kindNames } from '../../../../identity/index.ts'
import { LEAST_SHOWN } from '../../../domain/jury/comparison.ts'
import type { ComparisonShown } from '../../../use-cases/jury/compare.ts'
import { applicationPaths } from '../../applications/applications.paths.ts'
import { juryPaths } from '../jury.paths.ts'
import { numberWords } from '../jury-wording.ts'

interface ComparisonProps {
  view: View
  shown: ComparisonShown
  names: ReadonlyMap<string, string>
  state: FormState
}

type Line = ComparisonShown['groups'][number]

/** One's own medians beside the quartiles of authorities of the same kind and size. LAB-41. */
export function ComparisonPage(props: ComparisonProps) {
  const { view, shown, names, state } = props
  const { campaign, stratum, groups } = shown
  const isHidden = groups.every((group) => !group.stratum?.quartiles)
  return (
    <Frame
      view={view}
      space="member"
      title="Se comparer"
      kicker={campaign.name}
      intro={
        stratum
          ? `Vos médianes, à côté de celles de la même strate : ${stratumWords(stratum)}.`
          : 'Vos médianes, groupe de critères par groupe de critères.'
      }
      breadcrumb={[{ label: 'Candidatures', href: applicationPaths.list(view.network.base) }]}
      problems={state.problems}
    >
      {isHidden && (
        <Notice state="info" title="La comparaison n’est pas montrée">
          <p>
            Trop peu de collectivités semblables ont candidaté : en dessous de {LEAST_SHOWN}, on pourrait
            reconnaître chacune.
          </p>
        </Notice>
      )}
      <Table
        caption="Par groupe de critères, sur 5"
        columns={[
          { label: 'Groupe', header: true, cell: ({ group }: Line) => group },
          { label: 'Vous', numeric: true, cell: ({ own }) => (own === null ? '—' : numberWords(own)) },
          ...(isHidden ? [] : QUARTILES),
          { label: 'Qui montre ses résultats', cell: (line) => named(line, shown, names) },
        ]}
        rows={groups}
      />
      <Consent {...props} />
    </Frame>
  )
}

function Consent({ view, shown: { application, isOpen }, state: { values, problems } }: ComparisonProps) {
  return (
    <section>
      <h2>Montrer vos résultats</h2>
      <Form action={juryPaths.comparison(view.network.base, application.id)}>
        <Radios
          name="ouvert"
          label="Les autres candidats de cette édition peuvent-ils voir vos médianes, avec votre nom ?"
          hint="Sans votre accord, vos médianes ne comptent que dans les quartiles, sans votre nom."
          error={problemOf(problems, 'ouvert')}
          choices={[
            { value: 'oui', label: 'Oui, avec notre nom' },
            { value: 'non', label: 'Non' },
          ]}
          value={String(values.ouvert ?? (isOpen ? 'oui' : 'non'))}
        />
        <Button look="plain">Enregistrer ce choix</Button>
      </Form>
    </section>
  )
}

/** « intercommunalité (EPCI), de 10 000 à 49 999 habitants »: the kind as it is named everywhere. */
function stratumWords(stratum: string): string {
  const [kind = '', ...band] = stratum.split(', ')
  const name: string = kindNames[kind as keyof typeof kindNames] ?? kind
  const said = [name.charAt(0).toLowerCase() + name.slice(1), ...band].join(', ')
  return said.replace(/(\d) (\d)/g, '$1\u202f$2')
}

/** Shown only when there is something to show. */
const QUARTILES = [
  { label: 'Premier quartile', numeric: true, cell: (line: Line) => quartile(line, 0) },
  { label: 'Médiane', numeric: true, cell: (line: Line) => quartile(line, 1) },
  { label: 'Troisième quartile', numeric: true, cell: (line: Line) => quartile(line, 2) },
  {
    label: 'Collectivités',
    numeric: true,
    cell: ({ stratum: of }: Line) => (of?.count ? formatNumber(of.count) : '—'),
  },
]

function quartile({ stratum }: Line, rank: 0 | 1 | 2): string {
  return stratum?.quartiles ? numberWords(stratum.quartiles[rank]) : 'non montré'
}

function named(
  { named: open }: Line,
  { holders }: ComparisonShown,
  names: ReadonlyMap<string, string>,
): string {
  const told = open.map(
    ({ file, value }) => `${names.get(holders.get(file) ?? '') ?? ''} ${numberWords(value)}`,
  )
  return told.join(' ; ') || '—'
}
