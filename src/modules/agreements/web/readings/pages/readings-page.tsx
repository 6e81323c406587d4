import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { READINGS, type Reading } from '../../../domain/profile.ts'
import type { AgreementState } from '../../../domain/state.ts'
import type { OtherReading } from '../../../domain/what-if.ts'
import { paths } from '../../paths.ts'
import { readingValue, readingWords } from '../readings-wording.ts'
import { differenceSentences } from '../what-if-wording.ts'

interface ReadingsProps {
  view: View
  agreement: Agreement
  state: AgreementState
  others: readonly OtherReading[]
}

/** More changes than this, and the first ones are told with how many follow. */
const MOST_TOLD = 6

/** How each unclear clause is read for this agreement, and what another reading would change today. AGR-77. */
export function ReadingsPage({ view, agreement, state, others }: ReadingsProps) {
  const { base } = view.network
  const parameters = Object.keys(READINGS) as Reading[]
  const told = others.filter(({ differences }) => differenceSentences(differences).length > 0)
  return (
    <Frame
      view={view}
      space="member"
      title="Lectures retenues"
      kicker={`Convention avec ${agreement.partner.name}`}
      intro="Certains articles se lisent de plusieurs façons. Voici la lecture de travail de chacun, à confirmer par votre service juridique."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
    >
      <section aria-labelledby="autres">
        <h2 id="autres">Ce qu’une autre lecture changerait aujourd’hui</h2>
        {told.length === 0 ? (
          <p>Aujourd’hui, aucune autre lecture ne changerait une date ou un état de cette convention.</p>
        ) : (
          told.map((other) => <Other other={other} />)
        )}
      </section>
      <Table
        caption="Toutes les lectures"
        columns={[
          { label: 'Question', header: true, cell: (parameter) => readingWords[parameter].question },
          {
            label: 'Lecture retenue',
            cell: (parameter) => readingValue(parameter, state.readings[parameter]),
          },
        ]}
        rows={parameters}
      />
    </Frame>
  )
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
