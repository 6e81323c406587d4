import type { Day } from '../../../../../kernel/day.ts'
import { dayOf, type Instant, timeOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatMoment } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import type { Agreement, StoredAct } from '../../../domain/agreement.ts'
import { whyNotCorrectable } from '../../../domain/correctable.ts'
import { correctionsOf } from '../../../domain/corrections.ts'
import { differences } from '../../../domain/differences.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { paths } from '../../paths.ts'
import { differenceSentences, factsOf } from '../../readings/what-if-wording.ts'
import { signingPaths } from '../../signing/signing-paths.ts'
import { actLabel } from '../../timeline-wording.ts'
import { stateSentence } from '../../wording.ts'
import { historyPaths } from '../history.paths.ts'

/** The two answers: that day as known now, and as it was known at an instant. AGR-85. */
export interface Replay {
  readonly on: Day
  readonly knownAt: Instant
  readonly known: AgreementState
  readonly asKnownThen: AgreementState
}

interface HistoryProps {
  view: View
  agreement: Agreement
  replay: Replay
  state: FormState
  recorders: ReadonlyMap<string, string>
  mayManage: boolean
  mayReadEvidence: boolean
}

/** What the agreement was on a day, as known today and as known then; and every act, with since when it is known. */
export function HistoryPage(props: HistoryProps) {
  const { view, agreement, replay, state } = props
  const { base } = view.network
  const field = fieldsOf(state)
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Historique"
      kicker={`Convention avec ${agreement.partner.name}`}
      intro="Un acte a deux dates : le jour où il a eu lieu, qui décide, et l’instant où il a été enregistré, qui dit depuis quand on le sait."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
      problems={state.problems}
    >
      <Form method="get" action={historyPaths.history(base, agreement.id)} label="Rejouer l’historique">
        <DateField {...field('jour')} label="Quel jour regarder ?" />
        <DateField
          {...field('connu')}
          label="Que savait-on le…"
          hint="Les actes enregistrés après ce moment sont laissés de côté. Au format jj/mm/aaaa."
          optional
        />
        <TextField
          {...field('heure')}
          label="À quelle heure"
          hint="Par exemple 14:30. Sans heure : à la fin de la journée."
          optional
          width="short"
        />
        <Actions>
          <Button>Rejouer</Button>
        </Actions>
      </Form>
      <ReplaySection base={base} agreement={agreement} replay={replay} />
      <ActsTable {...props} />
    </Frame>
  )
}

function ReplaySection({
  base,
  agreement,
  replay: { on, knownAt, known, asKnownThen },
}: {
  base: string
  agreement: Agreement
  replay: Replay
}) {
  const past = factsOf(asKnownThen)
  const rows = factsOf(known).map(({ label, value }, index) => ({ label, value, was: past[index]?.value }))
  const sentences = differenceSentences(differences(asKnownThen, known))
  return (
    <section aria-labelledby="rejeu">
      <h2 id="rejeu">L’état le {formatDay(on)}</h2>
      <Table
        caption={`L’état de la convention le ${formatDay(on)}`}
        silentCaption
        columns={[
          { label: 'Ce que l’on regarde', header: true, cell: ({ label }) => label },
          { label: 'Tel qu’on le connaît aujourd’hui', cell: ({ value }) => value },
          {
            label: `Tel qu’on le connaissait le ${formatMoment(knownAt)}`,
            cell: ({ value, was: text }) =>
              text === value ? (
                text
              ) : (
                <>
                  <strong>{text}</strong> <Tag state="warning">Différent</Tag>
                </>
              ),
          },
        ]}
        rows={rows}
      />
      <p>{stateSentence(known)}</p>
      {sentences.length > 0 && (
        <>
          <h3>Ce qui a été appris depuis</h3>
          <ul>
            {sentences.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <ReadingNote base={base} agreement={agreement.id} />
    </section>
  )
}

function ActsTable({ view, agreement, recorders, mayManage, mayReadEvidence }: HistoryProps) {
  const { base, headName } = view.network
  const corrections = correctionsOf(agreement.acts)
  return (
    <section aria-labelledby="actes">
      <h2 id="actes">Tous les actes, dans l’ordre où ils ont été enregistrés</h2>
      <Table
        caption="Actes de la convention"
        silentCaption
        columns={[
          {
            label: 'Acte',
            header: true,
            cell: (act: StoredAct) => (
              <ActName
                act={act}
                label={actLabel(agreement, act, headName)}
                corrected={corrections.has(act.id)}
              />
            ),
          },
          { label: 'A eu lieu le', cell: (act) => occurredWords(act) },
          { label: 'Connu depuis le', cell: ({ recordedAt }) => formatMoment(recordedAt) },
          { label: 'Enregistré par', cell: ({ id }) => recorders.get(id) || 'La plateforme' },
          {
            label: 'Preuve',
            cell: (act) =>
              act.type === 'signature' && mayReadEvidence ? (
                <a href={signingPaths.evidence(base, agreement.id, act.id)}>Voir la preuve</a>
              ) : (
                '—'
              ),
          },
          {
            label: 'Correction',
            cell: (act) => (
              <CorrectionCell
                base={base}
                agreement={agreement}
                act={act}
                correction={corrections.get(act.id)}
                mayManage={mayManage}
              />
            ),
          },
        ]}
        rows={agreement.acts}
        empty={<p>Aucun acte n’est encore enregistré : le premier sera une signature.</p>}
      />
    </section>
  )
}

/** A corrected act stays, struck through: said as well as drawn. AGR-84. */
function ActName({ act, label, corrected }: { act: StoredAct; label: string; corrected: boolean }) {
  return (
    <span id={`acte-${act.id}`}>
      {corrected ? (
        <>
          <s>{label}</s> <Tag state="neutral">Remplacé</Tag>
        </>
      ) : (
        label
      )}
      {act.correctionReason && <span class="muted"> Motif : {act.correctionReason}</span>}
    </span>
  )
}

function CorrectionCell({
  base,
  agreement,
  act,
  correction,
  mayManage,
}: {
  base: string
  agreement: Agreement
  act: StoredAct
  correction: StoredAct | undefined
  mayManage: boolean
}) {
  if (correction) {
    return (
      <a href={historyPaths.act(base, agreement.id, correction.id)}>
        {correction.type === 'act_voided' ? 'Voir son retrait' : 'Voir sa correction'}
      </a>
    )
  }
  if (!mayManage || whyNotCorrectable(act)) return '—'
  return (
    <a href={historyPaths.correction(base, agreement.id, act.id)}>
      Corriger<span class="visually-hidden"> cet acte</span>
    </a>
  )
}

function occurredWords({ at, occurredOn }: StoredAct): string {
  if (at) return `${formatDay(dayOf(at))}, ${timeOf(at)}`
  return occurredOn ? formatDay(occurredOn) : 'Depuis le début'
}
