import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import type { AgreementState } from '../../../domain/state.ts'
import { rejectionSentences, warningSentences } from '../../reading-wording.ts'
import { factsOf } from '../../readings/what-if-wording.ts'
import { stateSentence, WORKING_READING } from '../../wording.ts'
import { unknownWords } from '../takeover-wording.ts'

/** What the dates typed say of today, before anything is written. */
export interface Preview {
  readonly state: AgreementState
  readonly unknown: readonly string[]
  readonly document: string | null
}

export function TakeoverPreview({
  preview: { state, unknown, document },
}: {
  base: string
  preview: Preview
}) {
  const { period } = state
  return (
    <Notice state="warning" title="Rien n’est encore enregistré" live>
      <p>
        <strong>{stateSentence(state)}</strong>
      </p>
      {period && <p>{periodSentence(period)}</p>}
      <SummaryList rows={factsOf(state).map(({ label, value }) => ({ term: label, value }))} />
      {state.rejectedActs.map(({ reason }) => (
        <p>Un acte serait conservé sans effet. {rejectionSentences[reason]}</p>
      ))}
      {state.warnings.map((code) => (
        <p>{warningSentences[code]}</p>
      ))}
      {unknown.length > 0 && (
        <p>Resteront inconnus : {unknown.map((name) => unknownWords[name] ?? name).join(' ; ')}.</p>
      )}
      {unknown.includes('reconduction') && (
        <p>
          Tant que la reconduction est inconnue, aucune n’est supposée : la convention est tenue pour échue à
          son terme.
        </p>
      )}
      <p>{document ? `Document gardé : ${document}.` : 'Aucun document signé ne sera gardé.'}</p>
      <p class="muted">{WORKING_READING}</p>
    </Notice>
  )
}

const kinds = { initial: 'première période', tacit: 'reconduction tacite', express: 'reconduction expresse' }

function periodSentence({ index, kind }: NonNullable<AgreementState['period']>): string {
  return kind === 'initial' ? 'C’est sa première période.' : `C’est sa ${index}e période, par ${kinds[kind]}.`
}
