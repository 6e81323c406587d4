import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { standingActs } from '../../../domain/corrections.ts'
import { isReading, READINGS, type Reading } from '../../../domain/profile.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { articleOf } from '../../../domain/terms.ts'
import type { OtherReading } from '../../../domain/what-if.ts'
import { historyPaths } from '../../history/history.paths.ts'
import { paths } from '../../paths.ts'
import { TERM_OF_READING } from '../reading-choice-wording.ts'
import { readingValue, readingWords } from '../readings-wording.ts'
import { differenceSentences } from '../what-if-wording.ts'

interface ReadingsProps {
  view: View
  agreement: Agreement
  state: AgreementState
  others: readonly OtherReading[]
  mayChoose: boolean
}

/** More changes than this, and the first ones are told with how many follow. */
const MOST_TOLD = 6

/** How each unclear clause is read for this agreement, and what another reading would change today. AGR-77. */
export function ReadingsPage({ view, agreement, state, others, mayChoose }: ReadingsProps) {
  const { base } = view.network
  const told = others.filter(({ differences }) => differenceSentences(differences).length > 0)
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Lectures retenues"
      kicker={`Convention avec ${agreement.partner.name}`}
      intro="Certains articles se lisent de plusieurs façons. Voici la lecture de travail de chacun, à confirmer par votre service juridique."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
    >
      <ChosenHere agreement={agreement} />
      <section aria-labelledby="autres">
        <h2 id="autres">Ce qu’une autre lecture changerait aujourd’hui</h2>
        {told.length === 0 ? (
          <p>Aujourd’hui, aucune autre lecture ne changerait une date ou un état de cette convention.</p>
        ) : (
          told.map((other) => <Other other={other} />)
        )}
      </section>
      <ReadingsTable {...{ view, agreement, state, told, mayChoose }} />
    </Frame>
  )
}

/** The readings chosen for this agreement, with their reasons: the last choice of each counts. */
function ChosenHere({ agreement }: { agreement: Agreement }) {
  const choices = standingActs(agreement.acts).filter((act) => act.type === 'reading_chosen')
  if (choices.length === 0) return null
  return (
    <section aria-labelledby="choisies">
      <h2 id="choisies">Les lectures choisies pour cette convention</h2>
      <ul>
        {choices.map(({ parameter, value, reason, occurredOn }) => (
          <li>
            {isReading(parameter)
              ? `${readingWords[parameter].question} ${readingValue(parameter, value)}`
              : 'Une lecture'}
            , le {formatDay(occurredOn)}. Motif : {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ReadingsTableProps extends Pick<ReadingsProps, 'view' | 'agreement' | 'state' | 'mayChoose'> {
  told: readonly OtherReading[]
}

function ReadingsTable({ view, agreement, state, told, mayChoose }: ReadingsTableProps) {
  const { base } = view.network
  const matters = new Set(told.map(({ parameter }) => parameter))
  return (
    <Table
      caption="Toutes les lectures"
      columns={[
        { label: 'Question', header: true, cell: (parameter: Reading) => readingWords[parameter].question },
        {
          label: 'Article',
          cell: (parameter) => articleOf(state.termsInForce, TERM_OF_READING[parameter] ?? '') ?? '—',
        },
        {
          label: 'Lecture retenue',
          cell: (parameter) => readingValue(parameter, state.readings[parameter]),
        },
        { label: 'Par défaut', cell: (parameter) => presetWords(parameter, state) },
        { label: 'Autres lectures', cell: (parameter) => alternatives(parameter, state) },
        {
          label: 'Aujourd’hui',
          cell: (parameter) => (matters.has(parameter) ? 'Changerait une date ou un état' : 'Ne change rien'),
        },
        ...(mayChoose
          ? [
              {
                label: 'Choisir',
                silent: true,
                cell: (parameter: Reading) =>
                  READINGS[parameter].length > 1 && (
                    <a href={historyPaths.reading(base, agreement.id, parameter)}>
                      Choisir<span class="visually-hidden"> : {readingWords[parameter].question}</span>
                    </a>
                  ),
              },
            ]
          : []),
      ]}
      rows={Object.keys(READINGS) as Reading[]}
    />
  )
}

function presetWords(parameter: Reading, state: AgreementState): string {
  const [preset] = READINGS[parameter]
  return state.readings[parameter] === preset ? 'La même' : readingValue(parameter, preset)
}

function alternatives(parameter: Reading, state: AgreementState): string {
  const others = READINGS[parameter].filter((value) => value !== state.readings[parameter])
  return others.map((value) => readingValue(parameter, value)).join(' ; ') || 'Aucune'
}

function Other({ other: { parameter, chosen, alternative, differences } }: { other: OtherReading }) {
  const sentences = differenceSentences(differences)
  const more = sentences.length - MOST_TOLD
  return (
    <section>
      <h3>{readingWords[parameter].question}</h3>
      <SummaryList
        rows={[
          { term: 'Lecture retenue', value: readingValue(parameter, chosen) },
          { term: 'Autre lecture', value: readingValue(parameter, alternative) },
          {
            term: 'Ce qu’elle changerait',
            value: (
              <ul>
                {sentences.slice(0, MOST_TOLD).map((sentence) => (
                  <li>{sentence}</li>
                ))}
                {more > 0 && <li>Et {more} autres changements de même nature.</li>}
              </ul>
            ),
          },
        ]}
      />
    </section>
  )
}
