import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import {
  CONDITIONS,
  type Direction,
  type PartFound,
  type PartToCheck,
} from '../../../domain/desk/condition.ts'
import type { Report } from '../../../domain/desk/report.ts'
import { knownReport } from '../../../use-cases/desk/desk-report.ts'
import { deskPaths } from '../desk.paths.ts'
import { CONDITION_WORDS, REPORT_NAMES } from '../desk-wording.ts'
import type { LineProps } from './desk-line-page.tsx'
import { PhotoPairs, ReportTable } from './report-table.tsx'
import { SentFields } from './sent-fields.tsx'
import { SignatureForms } from './signature-forms.tsx'

/** A report from the first look to the two signatures; on the way back, beside what left. EQP-802. */
export function ReportSection(props: LineProps & { direction: Direction }) {
  const { at, view, direction } = props
  const report = at.reports[direction]
  const isOpen = !report?.frozenAt && (report?.signatures.length ?? 0) === 0
  return (
    <section>
      <h2>{REPORT_NAMES[direction]}</h2>
      {report?.frozenAt && <Frozen {...props} report={report} />}
      {isOpen ? (
        <PartsForm {...props} report={report} />
      ) : (
        report && <ReportTable report={report} left={direction === 'in' ? at.reports.out : null} />
      )}
      <PhotoPairs base={view.network.base} at={at} direction={direction} />
      {isOpen && <PhotoForm {...props} />}
      {!report?.frozenAt && (props.isPacked || (report && report.parts.length > 0)) && (
        <SignatureForms {...props} answered={report?.signatures ?? []} />
      )}
    </section>
  )
}

function Frozen({ view, at, direction, report }: LineProps & { direction: Direction; report: Report }) {
  const isRefused = report.signatures.some(({ manner }) => manner === 'refused')
  return (
    <>
      <Notice
        state={isRefused ? 'warning' : 'positive'}
        title={isRefused ? 'État des lieux non signé' : 'État des lieux signé des deux côtés'}
      >
        Il ne change plus. Son empreinte : {report.fingerprint?.slice(0, 16)}…
      </Notice>
      <Form action={deskPaths.report(view.network.base, at.line.id, direction, '/correction')}>
        <SentFields line={at.line} />
        <Actions>
          <Button look="quiet">Dresser un nouvel état des lieux</Button>
        </Actions>
      </Form>
    </>
  )
}

interface PartsProps {
  direction: Direction
  report: Report | null
}

function PartsForm({ view, at, state, direction, report }: LineProps & PartsProps) {
  const left = new Map(at.reports.out?.parts.map((part) => [part.rank, part]))
  return (
    <Form action={deskPaths.report(view.network.base, at.line.id, direction)}>
      <SentFields line={at.line} />
      <input type="hidden" name="connu" value={knownReport(report)} />
      {at.parts[direction].map((part) => (
        <PartFields
          part={part}
          noted={report?.parts.find(({ rank }) => rank === part.rank) ?? null}
          left={direction === 'in' ? (left.get(part.rank) ?? null) : null}
          state={state}
        />
      ))}
      <Actions>
        <Button>Enregistrer l’état des lieux</Button>
      </Actions>
    </Form>
  )
}

interface PartProps {
  part: PartToCheck
  noted: PartFound | null
  left: PartFound | null
  state: FormState
}

function PartFields({ part, noted, left, state }: PartProps) {
  const { rank, label, expected, unitId } = part
  const value = (name: string, known: string) => String(state.values[`${name}-${rank}`] ?? known)
  const error = (name: string) => problemOf(state.problems, `${name}-${rank}`)
  return (
    <FieldGroup legend={expected > 1 ? `${label} : ${expected}` : label}>
      {left && (
        <p class="field-hint">
          Au départ : {left.found}, {CONDITION_WORDS[left.condition]}
          {left.remark && `, ${left.remark}`}
        </p>
      )}
      <TextField
        name={`trouve-${rank}`}
        label="Nombre trouvé"
        inputmode="numeric"
        width="short"
        value={value('trouve', String(noted?.found ?? expected))}
        error={error('trouve')}
      />
      <Radios
        name={`etat-${rank}`}
        label="État"
        value={value('etat', noted?.condition ?? '')}
        error={error('etat')}
        choices={CONDITIONS.map((one) => ({ value: one, label: CONDITION_WORDS[one] }))}
      />
      <TextField
        name={`remarque-${rank}`}
        label="Remarque"
        value={value('remarque', noted?.remark ?? '')}
        optional
      />
      {unitId && (
        <>
          <Select
            name={`allume-${rank}`}
            label="S’allume"
            prompt="Non essayé"
            value={value('allume', noted?.powersOn === true ? 'oui' : noted?.powersOn === false ? 'non' : '')}
            choices={[
              { value: 'oui', label: 'Oui' },
              { value: 'non', label: 'Non' },
            ]}
            optional
          />
          <TextField
            name={`charge-${rank}`}
            label="Charge"
            inputmode="numeric"
            width="short"
            suffix="%"
            value={value('charge', noted?.charge === null || !noted ? '' : String(noted.charge))}
            error={error('charge')}
            optional
          />
        </>
      )}
    </FieldGroup>
  )
}

function PhotoForm({ view, at, state, direction }: LineProps & { direction: Direction }) {
  const parts = at.parts[direction]
  return (
    <details open={problemOf(state.problems, 'photo') !== undefined}>
      <summary>Ajouter une photo</summary>
      <p>
        Ne photographiez personne. Le lieu et l’appareil notés dans la photo sont effacés avant qu’elle soit
        gardée.
      </p>
      <Form action={deskPaths.report(view.network.base, at.line.id, direction, '/photos')} upload>
        <SentFields line={at.line} />
        <div data-island="equipment/photo">
          <FileField
            name="photo"
            label="Photo"
            hint="JPEG, PNG ou WebP, 10 Mo au plus. Une photo par envoi."
            accept="image/jpeg,image/png,image/webp"
            error={problemOf(state.problems, 'photo')}
          />
        </div>
        <TextField
          name="description"
          label="Ce que montre la photo"
          value={String(state.values.description ?? '')}
          error={problemOf(state.problems, 'description')}
        />
        <Select
          name="piece"
          label="Pièce montrée"
          prompt="L’ensemble"
          value={String(state.values.piece ?? '')}
          choices={parts.map(({ rank, label }) => ({ value: String(rank), label }))}
          optional
        />
        <Actions>
          <Button look="plain">Ajouter la photo</Button>
        </Actions>
      </Form>
    </details>
  )
}
