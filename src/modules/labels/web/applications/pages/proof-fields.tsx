import { Checkboxes, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { capital } from '../../../../../ui/french.ts'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { type AskedCriterion, evidenceOf } from '../../../domain/applications/completion.ts'
import type { EvidenceAsked } from '../../../domain/schemes/scheme.ts'
import { fieldOf } from '../application.form.ts'
import { gapText } from '../application-wording.ts'
import { applicationPaths as paths } from '../applications.paths.ts'
import { PROOF_ACCEPT, PROOF_HINT } from '../proof-wording.ts'
import { proofLabel } from './criterion-fields.tsx'
import { ProofLink } from './file-reading.tsx'
import type { SectionProps } from './section-page.tsx'

interface ProofProps extends SectionProps {
  asked: AskedCriterion
}

/** The proofs of one criterion: those that are there, then what may be added. LAB-9. */
export function ProofFields(props: ProofProps) {
  const { asked, file, view, state } = props
  const { code } = asked.criterion
  const evidence = evidenceOf(asked.criterion)
  const shown = file.proofs.filter((one) => one.code === code)
  const wantsDate = evidence.some(({ maxAgeMonths }) => maxAgeMonths !== null)
  const field = fieldsOf(state)
  const fields = evidence.map((one, rank) => (
    <OneEvidence {...props} evidence={one} rank={rank} hasProof={shown.length > 0} />
  ))
  // What was just sent and refused has to be seen; what still lacks too.
  const isWrong =
    asked.gaps.some(({ kind }) => kind === 'proof') ||
    state.problems.some((problem) => /^(piece|mots|date)_/.test(problem.field ?? ''))
  return (
    <>
      {shown.map((one) => (
        <p class="field-received">
          Pièce déjà là : <ProofLink shown={one} href={paths.proofFile(view.network.base, one.proof.id)} />
        </p>
      ))}
      {wantsDate &&
        shown
          .filter(({ proof }) => proof.on === null)
          .map(({ proof }) => (
            <DateField
              {...field(fieldOf.dated(proof.id))}
              label={`Date de « ${proof.name} »`}
              hint="Ce critère demande une pièce récente : elle ne comptera qu’avec sa date."
            />
          ))}
      {shown.length > 0 ? (
        <Folded title="Ajouter ou retirer une pièce" isOpen={isWrong}>
          <Checkboxes
            name={fieldOf.takeOff(code)}
            label="Retirer de ce dossier"
            optional
            values={[]}
            choices={shown.map(({ proof }) => ({ value: proof.id, label: proofLabel(proof) }))}
          />
          {fields}
        </Folded>
      ) : (
        fields
      )}
    </>
  )
}

function OneEvidence(props: ProofProps & { evidence: EvidenceAsked; rank: number; hasProof: boolean }) {
  const { evidence, rank, asked, state, library, hasProof } = props
  const { kind, isRequired } = evidence
  const { code } = asked.criterion
  const field = fieldsOf(state)
  const label = capital(gapText({ kind: 'proof', evidence, isOld: false }))
  const optional = !isRequired || hasProof
  if (kind === 'url')
    return <TextField {...field(fieldOf.words(code, rank))} {...{ label, optional }} type="url" />
  if (kind === 'declaration')
    return (
      <TextArea
        {...field(fieldOf.words(code, rank))}
        {...{ label, optional }}
        hint="Écrivez ce que vous déclarez."
        rows={3}
      />
    )
  if (kind === 'visit') return <p class="muted">Une visite du lieu sera proposée pendant l’instruction.</p>
  if (kind === 'platform_data') return null
  const again = library.filter((one) => one.kind === 'photo' || one.kind === kind)
  return (
    <>
      <FileField
        {...field(fieldOf.file(code, rank))}
        {...{ label, optional }}
        hint={
          kind === 'photo'
            ? 'JPEG ou PNG, 25\u00a0Mo au plus. Le lieu de la prise de vue est effacé.'
            : PROOF_HINT
        }
        accept={kind === 'photo' ? '.jpg,.jpeg,.png' : PROOF_ACCEPT}
      />
      {evidence.maxAgeMonths !== null && (
        <DateField
          {...field(fieldOf.on(code, rank))}
          {...{ optional }}
          label="Date de ce fichier"
          hint="Au format jj/mm/aaaa. Sans sa date, il est gardé mais ne compte pas."
        />
      )}
      {again.length > 0 && (
        <Select
          {...field(fieldOf.again(code, rank))}
          label="Ou une pièce déjà déposée"
          optional
          prompt="Aucune"
          choices={again.map((one) => ({ value: one.id, label: proofLabel(one) }))}
        />
      )}
    </>
  )
}
