import type { Child } from 'hono/jsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { OwnLine } from '../../../data/borrowing/borrowing.queries.ts'
import { APPRECIATION_WORDS, PUBLIC_WORDS, SESSION_WORDS } from '../../outcome-wording.ts'
import { borrowingPaths, type LineAct } from '../borrowing.paths.ts'
import { textIn } from '../request-view.ts'
import { PUBLIC_KINDS, SESSION_KINDS } from '../telling.form.ts'

interface TellingProps {
  view: View
  line: OwnLine
  state: FormState
}

function Telling(
  props: TellingProps & {
    act: LineAct
    title: string
    intro: string
    button: string
    upload?: boolean
    children: Child
  },
) {
  const { view, line, state, act, title, intro, button, upload, children } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      kicker={line.unit ? `${line.model}, ${line.unit}` : line.model}
      breadcrumb={[
        { label: 'Mes demandes', href: borrowingPaths.requests(base) },
        { label: line.model, href: borrowingPaths.line(base, line.id) },
      ]}
      intro={intro}
      problems={state.problems}
    >
      <Form action={borrowingPaths.act(base, line.id, act)} upload={upload}>
        <input type="hidden" name="vu" value={String(line.seq)} />
        {children}
        <Actions>
          <Button>{button}</Button>
          <a href={borrowingPaths.line(base, line.id)}>Revenir au prêt</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function When({ state: { values, problems } }: { state: FormState }) {
  return (
    <div class="journal-fields">
      <DateField
        name="constat"
        label="Jour"
        value={textIn(values, 'constat')}
        error={problemOf(problems, 'constat')}
      />
      <TextField
        name="heure"
        label="Heure"
        hint="Par exemple 14:30"
        optional
        width="short"
        value={textIn(values, 'heure')}
        error={problemOf(problems, 'heure')}
      />
    </div>
  )
}

function Photos({ state, optional }: { state: FormState; optional: boolean }) {
  return (
    <FileField
      name="photos"
      label="Photos"
      hint="JPEG, PNG ou WebP, 10 Mo au plus chacune. Évitez de photographier des personnes."
      accept="image/jpeg,image/png,image/webp"
      multiple
      optional={optional}
      error={problemOf(state.problems, 'photos')}
    />
  )
}

/** A fault is told, never repaired by the borrower. EQP-901. */
export function BreakdownPage(props: TellingProps) {
  const { values, problems } = props.state
  return (
    <Telling
      {...props}
      act="panne"
      title="Signaler une panne ou une détérioration"
      intro="Ne réparez rien vous-même : la convention réserve les réparations à la tête de réseau, qui vous dira quoi faire."
      button="Signaler à la tête de réseau"
      upload
    >
      <TextArea
        name="recit"
        label="Que se passe-t-il ?"
        rows={4}
        value={textIn(values, 'recit')}
        error={problemOf(problems, 'recit')}
      />
      <When state={props.state} />
      <Photos state={props.state} optional />
    </Telling>
  )
}

/** What could not wait: to make safe, justified and shown. */
export function EmergencyPage(props: TellingProps) {
  const { values, problems } = props.state
  return (
    <Telling
      {...props}
      act="intervention"
      title="Déclarer une intervention d’urgence"
      intro="La convention n’admet une intervention que pour mettre en sécurité, et demande de la justifier. Ce n’est pas une réparation."
      button="Déclarer l’intervention"
      upload
    >
      <TextArea
        name="enjeu"
        label="Qu’est-ce qui était en jeu ?"
        hint="Un danger pour des personnes, un risque d’aggraver le dommage…"
        rows={3}
        value={textIn(values, 'enjeu')}
        error={problemOf(problems, 'enjeu')}
      />
      <TextArea
        name="recit"
        label="Qu’a-t-on fait ?"
        rows={3}
        value={textIn(values, 'recit')}
        error={problemOf(problems, 'recit')}
      />
      <TextField
        name="qui"
        label="Qui est intervenu ?"
        value={textIn(values, 'qui')}
        error={problemOf(problems, 'qui')}
      />
      <When state={props.state} />
      <Photos state={props.state} optional={false} />
    </Telling>
  )
}

/** What the loan was for: it feeds the figures of the agreement. EQP-1401. */
export function OutcomePage(props: TellingProps) {
  const { values, problems } = props.state
  const number = (name: string, label: string) => (
    <TextField
      name={name}
      label={label}
      optional
      inputmode="numeric"
      width="short"
      value={textIn(values, name)}
      error={problemOf(problems, name)}
    />
  )
  return (
    <Telling
      {...props}
      act="bilan"
      title="Ce que ce prêt a permis"
      intro="Ces chiffres comptent dans le bilan de votre convention. Vous pourrez les corriger."
      button="Enregistrer le bilan"
    >
      <FieldGroup legend="Séances">
        <div class="journal-fields">
          {SESSION_KINDS.map((kind) => number(`seances_${kind}`, SESSION_WORDS[kind]))}
        </div>
      </FieldGroup>
      <FieldGroup legend="Personnes accueillies">
        <div class="journal-fields">
          {PUBLIC_KINDS.map((kind) => number(`public_${kind}`, PUBLIC_WORDS[kind]))}
        </div>
      </FieldGroup>
      <TextField name="lieux" label="Lieux" optional value={textIn(values, 'lieux')} />
      <Select
        name="note"
        label="Ce matériel convenait-il ?"
        optional
        prompt="Sans avis"
        value={textIn(values, 'note')}
        choices={[5, 4, 3, 2, 1].map((mark) => ({
          value: String(mark),
          label: APPRECIATION_WORDS[mark - 1] ?? '',
        }))}
      />
      <TextArea name="remarque" label="Remarque" optional rows={3} value={textIn(values, 'remarque')} />
    </Telling>
  )
}

/** Asked once; question and answer stay with the loan. EQP-506. */
export function ReexaminationPage(props: TellingProps) {
  const { values, problems } = props.state
  return (
    <Telling
      {...props}
      act="reexamen"
      title="Demander un réexamen de la décision"
      intro="Vous pouvez le demander une fois. Votre question et la réponse restent avec ce prêt."
      button="Demander le réexamen"
    >
      <TextArea
        name="question"
        label="Pourquoi la décision devrait-elle être revue ?"
        rows={4}
        value={textIn(values, 'question')}
        error={problemOf(problems, 'question')}
      />
    </Telling>
  )
}
