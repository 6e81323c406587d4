import type { FormState } from '../../../../../platform/http/form.ts'
import { Checkboxes, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Known } from '../../../data/applications/answers.store.ts'
import type { Answer } from '../../../domain/applications/answers.ts'
import type { AskedCriterion } from '../../../domain/applications/completion.ts'
import type { Criterion } from '../../../domain/schemes/scheme.ts'
import { fieldOf } from '../application.form.ts'
import { gapText, knownText, SOURCE_WORDS } from '../application-wording.ts'
import { ProofFields } from './proof-fields.tsx'
import type { SectionProps } from './section-page.tsx'

interface CriterionProps extends SectionProps {
  asked: AskedCriterion
}

/** One question: what is known already, the answer, the proofs. */
export function CriterionFields(props: CriterionProps) {
  const { asked, file } = props
  const { criterion, gaps, isRequired } = asked
  const known = file.known.get(criterion.code)
  return (
    <FieldGroup legend={criterion.title}>
      {criterion.help && <p class="field-hint">{criterion.help}</p>}
      {criterion.isEliminatory && (
        <p>
          <Tag state="info">Critère éliminatoire</Tag>
        </p>
      )}
      {!isRequired && (
        <p class="muted">Facultatif : ce critère n’est demandé qu’à partir du niveau {criterion.minLevel}.</p>
      )}
      {known ? <KnownAnswer {...props} known={known} /> : <OwnAnswer {...props} label={labelOf(criterion)} />}
      <ProofFields {...props} />
      {gaps.length > 0 && (
        <p class="muted">
          <Tag state="pending">{isRequired ? 'À compléter' : 'Facultatif'}</Tag>{' '}
          {gaps.map(gapText).join(' ; ')}
        </p>
      )}
    </FieldGroup>
  )
}

function labelOf({ kind, autoSource }: Criterion): string {
  if (autoSource) return `Votre réponse (${SOURCE_WORDS[autoSource].toLowerCase()} : non connu ici)`
  return kind === 'yes_no' ? 'Est-ce le cas ?' : 'Votre réponse'
}

/** Shown with its day and where it is read; confirmed, or contested with a reason. LAB-2. */
function KnownAnswer(props: CriterionProps & { known: Known }) {
  const { asked, file, state, known } = props
  const { code, autoSource } = asked.criterion
  const answer = file.answers.get(code)
  const field = fieldsOf(state)
  const isRight = answer ? (answer.contested ? 'non' : 'oui') : ''
  const isContested = (state.values[fieldOf.isRight(code)] ?? isRight) === 'non'
  return (
    <>
      <p>
        {autoSource && SOURCE_WORDS[autoSource]} : <strong>{knownText(known)}</strong>
        {known.link && (
          <>
            {' '}
            (<a href={known.link}>voir la fiche</a>)
          </>
        )}
      </p>
      <Radios
        {...field(fieldOf.isRight(code), isRight)}
        label="Cette information est-elle exacte ?"
        choices={[
          { value: 'oui', label: 'Oui, je la confirme' },
          { value: 'non', label: 'Non, je la conteste' },
        ]}
      />
      <Folded title="Si elle n’est pas exacte" isOpen={isContested}>
        <OwnAnswer {...props} label="Ce qu’il en est" />
        <TextArea
          {...field(fieldOf.why(code), answer?.contested ?? '')}
          label="Pourquoi vous la contestez"
          rows={3}
        />
      </Folded>
    </>
  )
}

function OwnAnswer({ asked, file, state, titles, label }: CriterionProps & { label: string }) {
  const { criterion } = asked
  const { code, kind, choices } = criterion
  const name = fieldOf.answer(code)
  const answer = file.answers.get(code)
  const field = fieldsOf(state)(name, typedAgain(criterion, answer?.value))
  const about = {
    ...field,
    label,
    hint: answer?.isToConfirm ? 'Réponse reprise du dernier dossier : à confirmer ou à changer.' : undefined,
  }
  switch (kind) {
    case 'file':
      return null
    case 'yes_no':
      return (
        <Radios
          {...about}
          choices={[
            { value: 'oui', label: 'Oui' },
            { value: 'non', label: 'Non' },
          ]}
        />
      )
    case 'choice': {
      const list = choices.map(({ value }) => ({ value, label: value }))
      return list.length < 8 ? (
        <Radios {...about} choices={list} />
      ) : (
        <Select {...about} choices={list} prompt="Choisissez" />
      )
    }
    case 'initiatives':
      return <Initiatives {...{ name, state, titles, value: answer?.value }} error={field.error} />
    case 'long_text':
    case 'address':
      return <TextArea {...about} rows={kind === 'address' ? 3 : 8} />
    case 'date':
      return <DateField {...about} hint={about.hint} />
    case 'number':
      return <TextField {...about} inputmode="decimal" width="short" />
    case 'siret':
      return <TextField {...about} inputmode="numeric" width="medium" />
    default:
      return <TextField {...about} type={kind === 'url' ? 'url' : 'text'} />
  }
}

interface InitiativesProps {
  name: string
  state: FormState
  titles: ReadonlyMap<string, string>
  value: Answer | undefined
  error: string | undefined
}

/** The declared initiatives the file is built on; each is frozen when the file is sent. LAB-23. */
function Initiatives({ name, state, titles, value, error }: InitiativesProps) {
  const chosen = state.values[name] ?? (typeof value === 'object' ? value : [])
  if (titles.size === 0)
    return (
      <p>
        Votre structure n’a encore déclaré aucune initiative : déclarez-la dans l’atlas, puis revenez la
        choisir ici.
      </p>
    )
  return (
    <Checkboxes
      name={name}
      label="Initiatives présentées"
      hint="Elles sont figées telles quelles à l’envoi : les corriger ensuite ne change pas ce que lit le jury."
      error={error}
      values={[chosen].flat()}
      choices={[...titles].map(([id, title]) => ({ value: id, label: title }))}
    />
  )
}

/** An answer as it is typed. */
function typedAgain({ kind }: Criterion, value: Answer | undefined): string {
  if (value === undefined || typeof value === 'object') return ''
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (kind !== 'date') return String(value)
  return String(value).split('-').reverse().join('/')
}

/** « (pièce du 3 mars 2026) », for a list. */
export function proofLabel({
  name,
  on,
}: {
  name: string
  on: Parameters<typeof formatDay>[0] | null
}): string {
  return on ? `${name} (${formatDay(on)})` : name
}
