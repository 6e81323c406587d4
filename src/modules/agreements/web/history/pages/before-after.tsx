import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { AgreementId } from '../../../domain/agreement.ts'
import type { Simulation } from '../../../domain/what-if.ts'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { differenceSentences, factsOf } from '../../readings/what-if-wording.ts'
import { stateSentence } from '../../wording.ts'

export type Change = Simulation

/** More changes than this, and the first ones are told with how many follow. */
const MOST_TOLD = 8

/** What a correction or another reading would change today, before it is recorded. */
export function BeforeAfter({
  base,
  agreement,
  change: { before, after, differences },
}: {
  base: string
  agreement: AgreementId
  change: Change
}) {
  const was = factsOf(before)
  const rows = factsOf(after).map(({ label, value }, index) => ({ label, value, was: was[index]?.value }))
  const sentences = differenceSentences(differences)
  const more = sentences.length - MOST_TOLD
  return (
    <Notice state="warning" title="Rien n’est encore enregistré" live>
      <p>{stateSentence(after)}</p>
      {sentences.length === 0 ? (
        <p>L’état d’aujourd’hui ne change pas.</p>
      ) : (
        <>
          <Table
            caption="L’état d’aujourd’hui, avant et après"
            columns={[
              { label: 'Ce que l’on regarde', header: true, cell: ({ label }) => label },
              { label: 'Avant', cell: ({ was: text }) => text },
              {
                label: 'Après',
                cell: ({ value, was: text }) => (value === text ? value : <strong>{value}</strong>),
              },
            ]}
            rows={rows}
          />
          <ul>
            {sentences.slice(0, MOST_TOLD).map((sentence) => (
              <li>{sentence}</li>
            ))}
            {more > 0 && <li>Et {more} autres changements de même nature.</li>}
          </ul>
        </>
      )}
      <p>Les deux parties seront prévenues par courriel.</p>
      <ReadingNote base={base} agreement={agreement} />
    </Notice>
  )
}
