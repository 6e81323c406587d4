import type { Child } from 'hono/jsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Checkbox, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { EVIDENCE_KINDS } from '../../../domain/schemes/scheme.ts'
import { schemePaths } from '../scheme.paths.ts'
import type { CriterionView } from '../scheme-of.ts'
import { conditionChoices } from '../scheme-sentences-wording.ts'
import { evidenceWords, kindWords, sourceWords } from '../scheme-wording.ts'
import { choices } from './rule-pages.tsx'
import { DraftFrame, PieceForm } from './scheme-frame.tsx'

export interface CriterionPieceProps {
  about: CriterionView
  state: FormState
  saved: readonly string[] | null
}

/** Answers offered beyond those written. */
const SPARE = 3
/** Proofs that grow old. */
export const DATED = ['file', 'photo', 'url'] as const

const textOf = (value: number | null) => (value === null ? '' : formatNumber(value))

/** What is asked, and how one answers. */
export function QuestionPage({ about, state, saved }: CriterionPieceProps) {
  const { criterion } = about
  const field = fieldsOf(state)
  const isTyped = state.values.choix !== undefined
  const typed = [state.values.choix ?? []].flat()
  const satisfying = [state.values.satisfait ?? []].flat()
  const count = Math.max(criterion.choices.length + SPARE, typed.length)
  const kind = String(state.values.nature ?? criterion.kind)
  return (
    <CriterionFrame about={about} state={state} title="La question">
      <PieceForm {...piece(about, saved)} action={hrefs(about).question} button="Enregistrer la question">
        <TextField {...field('titre', criterion.title)} label="Ce qui est demandé" />
        <TextField {...field('groupe', criterion.group)} label="Partie du formulaire" width="medium" />
        <TextArea
          {...field('aide', criterion.help)}
          label="Explication"
          hint="Ce qu’il faut comprendre, et d’où vient la demande."
          rows={3}
          optional
        />
        <TextField
          {...field('code', criterion.code)}
          label="Code"
          hint="Le même d’une version à l’autre : c’est par lui que l’on sait qu’il s’agit du même critère."
          width="short"
        />
        <Select
          {...field('nature', criterion.kind)}
          label="Comment y répond-on ?"
          choices={choices(kindWords)}
        />
        {kind === 'number' && (
          <TextField
            {...field('minimum', textOf(criterion.atLeast))}
            label="Satisfait à partir de"
            inputmode="decimal"
            width="short"
            optional
          />
        )}
        {kind === 'choice' && (
          <FieldGroup legend="Les réponses, dans leur ordre">
            {Array.from({ length: count }, (_, rank) => (
              <>
                <TextField
                  name="choix"
                  id={rank === 0 ? undefined : `champ-choix-${rank + 1}`}
                  label={`Réponse ${rank + 1}`}
                  value={String((isTyped ? typed[rank] : criterion.choices[rank]?.value) ?? '')}
                  error={rank === 0 ? problemOf(state.problems, 'choix') : undefined}
                  width="medium"
                  optional
                />
                <p class="choice">
                  <input
                    type="checkbox"
                    id={`champ-satisfait-${rank + 1}`}
                    name="satisfait"
                    value={String(rank)}
                    checked={
                      isTyped ? satisfying.includes(String(rank)) : (criterion.choices[rank]?.meets ?? false)
                    }
                  />
                  <label for={`champ-satisfait-${rank + 1}`}>
                    La réponse {rank + 1} satisfait le critère
                  </label>
                </p>
              </>
            ))}
          </FieldGroup>
        )}
      </PieceForm>
    </CriterionFrame>
  )
}

/** How much it counts, and when it is asked. */
export function DemandPage({ about, state, saved }: CriterionPieceProps) {
  const { criterion, draft, rank } = about
  const { grading, criteria } = draft.content
  const field = fieldsOf(state)
  const { condition } = criterion
  const isTyped = state.values.poids !== undefined
  const before = conditionChoices(criteria, rank)
  return (
    <CriterionFrame about={about} state={state} title="Ce qu’elle exige">
      <PieceForm {...piece(about, saved)} action={hrefs(about).demand} button="Enregistrer ce qu’elle exige">
        <Checkbox
          name="eliminatoire"
          label="Indispensable"
          hint="Sans lui, le dossier ne peut pas être envoyé ni le label accordé."
          checked={isTyped ? state.values.eliminatoire === 'oui' : criterion.isEliminatory}
        />
        <TextField
          {...field('poids', textOf(criterion.weight))}
          label="Poids"
          hint="2 compte deux fois plus que 1 ; 0 ne compte pas."
          inputmode="decimal"
          width="short"
        />
        {grading.kind === 'levels' && (
          <Select
            {...field('niveau', criterion.minLevel === null ? '' : String(criterion.minLevel))}
            label="Demandé à partir du niveau"
            prompt="Tous les niveaux"
            choices={grading.levels.map(({ level }) => ({ value: String(level), label: String(level) }))}
            optional
          />
        )}
        <Select
          {...field('condition', condition ? `${condition.code}=${condition.is}` : '')}
          label="Demandé seulement si l’on a répondu"
          hint="À un critère placé avant celui-ci."
          prompt="Toujours demandé"
          choices={
            condition && !before.some(({ value }) => value === `${condition.code}=${condition.is}`)
              ? [
                  ...before,
                  { value: `${condition.code}=${condition.is}`, label: `${condition.code} (absent)` },
                ]
              : before
          }
          optional
        />
      </PieceForm>
    </CriterionFrame>
  )
}

const NEEDS = [
  { value: 'non', label: 'Non demandée' },
  { value: 'facultative', label: 'Facultative' },
  { value: 'obligatoire', label: 'Obligatoire' },
]

/** What proves it, and what the platform says already. LAB-2, LAB-9. */
export function EvidencePage({ about, state, saved }: CriterionPieceProps) {
  const { criterion } = about
  const field = fieldsOf(state)
  const isDated = (kind: string): boolean => (DATED as readonly string[]).includes(kind)
  return (
    <CriterionFrame about={about} state={state} title="Les preuves">
      <PieceForm {...piece(about, saved)} action={hrefs(about).evidence} button="Enregistrer les preuves">
        {EVIDENCE_KINDS.map((kind) => {
          const asked = criterion.evidence.find((one) => one.kind === kind)
          return (
            <FieldGroup legend={evidenceWords[kind]}>
              <Select
                {...field(
                  `preuve_${kind}`,
                  !asked ? 'non' : asked.isRequired ? 'obligatoire' : 'facultative',
                )}
                label={
                  <>
                    Demandée ?<span class="visually-hidden"> {evidenceWords[kind]}</span>
                  </>
                }
                choices={NEEDS}
              />
              {isDated(kind) && (
                <TextField
                  {...field(`age_${kind}`, textOf(asked?.maxAgeMonths ?? null))}
                  label="Ancienneté, au plus"
                  inputmode="numeric"
                  width="short"
                  suffix="mois"
                  optional
                />
              )}
            </FieldGroup>
          )
        })}
        <Select
          {...field('source', criterion.autoSource ?? '')}
          label="Rempli d’avance par la plateforme"
          hint="Le demandeur confirme ce qu’elle sait, ou le conteste en disant pourquoi."
          prompt="Rien"
          choices={choices(sourceWords)}
          optional
        />
      </PieceForm>
    </CriterionFrame>
  )
}

/** What each note means, so that two jurors give the same. LAB-26. */
export function ScalePage({ about, state, saved }: CriterionPieceProps) {
  const { criterion } = about
  const typed = state.values.palier === undefined ? criterion.anchors : [state.values.palier].flat()
  return (
    <CriterionFrame about={about} state={state} title="L’échelle du jury">
      <PieceForm {...piece(about, saved)} action={hrefs(about).scale} button="Enregistrer l’échelle">
        {[1, 2, 3, 4, 5].map((note) => (
          <TextArea
            name="palier"
            id={note === 1 ? undefined : `champ-palier-${note}`}
            label={`Ce que veut dire la note ${note}`}
            value={String(typed[note - 1] ?? '')}
            error={note === 1 ? problemOf(state.problems, 'palier') : undefined}
            rows={2}
            optional
          />
        ))}
      </PieceForm>
    </CriterionFrame>
  )
}

function CriterionFrame({
  about,
  state,
  title,
  children,
}: Omit<CriterionPieceProps, 'saved'> & { title: string; children: Child }) {
  const { view, scheme, rank, criterion } = about
  const { base } = view.network
  return (
    <DraftFrame
      about={about}
      title={title}
      intro={criterion.title}
      steps={[
        { label: 'Critères', href: schemePaths.criteria(base, scheme.id) },
        { label: criterion.code, href: schemePaths.criterion(base, scheme.id, rank) },
      ]}
      problems={state.problems}
    >
      {children}
    </DraftFrame>
  )
}

function piece(about: CriterionView, saved: readonly string[] | null) {
  const { view, scheme, rank } = about
  return {
    about,
    saved,
    piece: `criterion:${rank}` as const,
    back: schemePaths.criterion(view.network.base, scheme.id, rank),
  }
}

function hrefs({ view, scheme, rank }: CriterionView) {
  const at = [view.network.base, scheme.id, rank] as const
  return {
    question: schemePaths.question(...at),
    demand: schemePaths.demand(...at),
    evidence: schemePaths.evidence(...at),
    scale: schemePaths.scale(...at),
  }
}
