import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Checkboxes } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { BINDABLE_TERMS, hasTerm, MARK_OF_TERM } from '../../../templates/bindable-terms.ts'
import { problemsOfClause } from '../../../templates/publication.ts'
import { renderClauses } from '../../../templates/render.ts'
import type { WrittenClause } from '../../../templates/template-content.schema.ts'
import { TERM_WORDINGS } from '../../../templates/term-wording.ts'
import { textDifference } from '../../../templates/text-difference.ts'
import { TextBlock } from '../../pages/text-block.tsx'
import { templatePaths } from '../template.paths.ts'
import type { DraftView } from '../template-of.ts'
import { clauseTitle, problemSentence, termNames, variableTypeWords } from '../template-wording.ts'
import { DifferenceText } from './difference-text.tsx'
import { DraftFrame, SavedMeanwhile, ShownPiece } from './template-frame.tsx'

interface ClauseProps {
  about: DraftView
  /** As it is saved now. */
  clause: WrittenClause
  state: FormState
  /** Somebody saved other words while these were being typed: both are shown. */
  isBehind: boolean
}

export function TemplateClausePage({ about, clause, state, isBehind }: ClauseProps) {
  const { view, draft, problems } = about
  const { base } = view.network
  const left = problemsOfClause(problems, clause.key)
  return (
    <DraftFrame
      about={about}
      title={clauseTitle(clause)}
      intro="Séparez les paragraphes par une ligne vide, et commencez par un tiret chaque élément d’une liste. Un repère entre accolades est remplacé par les mots du terme, ou par ce que la convention indique."
      problems={state.problems}
    >
      {isBehind && <Both clause={clause} state={state} />}
      {left.length > 0 && (
        <ul>
          {left.map((problem) => (
            <li>{problemSentence(problem, draft.content.clauses)}</li>
          ))}
        </ul>
      )}
      <WithSide at="end" side={<Marks about={about} />}>
        <ClauseForm about={about} clause={clause} state={state} isBehind={isBehind} />
        <section aria-labelledby="rendu">
          <h2 id="rendu">Tel qu’il se lit</h2>
          <Rendered about={about} clause={clause} />
        </section>
        <form method="post" action={templatePaths.clauseRemoval(base, draft.id, clause.key)}>
          <ShownPiece about={about} piece={`clause:${clause.key}`} />
          <Button look="danger">Retirer cet article</Button>
        </form>
      </WithSide>
    </DraftFrame>
  )
}

function ClauseForm({ about, clause, state: { values, problems } }: ClauseProps) {
  const { view, draft } = about
  const field = fieldsOf({ values, problems })
  const wasTyped = values.texte !== undefined
  const bound = clause.binds.map((path) => path.split('.')[0] ?? path)
  return (
    <Form action={templatePaths.clause(view.network.base, draft.id, clause.key)}>
      <ShownPiece about={about} piece={`clause:${clause.key}`} />
      <TextField
        {...field('numero', clause.number ?? '')}
        label="Numéro"
        hint="Tel qu’il s’écrit : 8, 4.1, XIII."
        width="short"
        optional
      />
      <TextField {...field('titre', clause.title)} label="Titre" />
      <TextArea {...field('texte', clause.text)} label="Texte" rows={18} />
      <Checkboxes
        name="termes"
        label="Termes que cet article écrit"
        hint="Tout article qui commande une date, un devoir ou un droit porte au moins un terme."
        error={problemOf(problems, 'termes')}
        values={wasTyped ? [values.termes ?? []].flat() : bound}
        choices={BINDABLE_TERMS.filter(
          (term) => hasTerm(draft.content.terms, term) || bound.includes(term),
        ).map((term) => ({ value: term, label: termNames[term] }))}
        optional
      />
      <Checkbox
        name="incomplet"
        label="Texte incomplet dans la copie disponible"
        hint="Un modèle dont un article est incomplet ne se publie pas."
        checked={wasTyped ? values.incomplet === 'oui' : clause.textIncomplete === true}
      />
      <Actions>
        <Button>Enregistrer l’article</Button>
        <a href={templatePaths.draft(view.network.base, draft.id)}>Revenir au projet</a>
      </Actions>
    </Form>
  )
}

/** The two texts side by side, and word by word: nothing is lost of either. AGR-21. */
function Both({ clause, state: { values } }: Pick<ClauseProps, 'clause' | 'state'>) {
  const mine = String(values.texte ?? '').replaceAll('\r\n', '\n')
  return (
    <SavedMeanwhile>
      <SummaryList
        rows={[
          { term: 'Titre enregistré', value: clauseTitle(clause) },
          { term: 'Texte enregistré', value: <div class="difference">{clause.text}</div> },
          { term: 'Votre texte', value: <div class="difference">{mine}</div> },
        ]}
      />
      <h3>Du texte enregistré au vôtre</h3>
      <DifferenceText parts={textDifference(clause.text, mine)} />
    </SavedMeanwhile>
  )
}

function Rendered({ about: { template }, clause }: Pick<ClauseProps, 'about' | 'clause'>) {
  const read = renderClauses(template, template.terms, {}).find(({ key }) => key === clause.key)
  if (!read || read.paragraphs.length === 0) return <p class="muted">Rien encore.</p>
  return (
    <>
      {read.paragraphs.map((block) => (
        <TextBlock block={block} />
      ))}
    </>
  )
}

/** What may stand between braces: the words of the terms first, then the blanks. */
function Marks({ about: { view, draft } }: { about: DraftView }) {
  const { terms, variables } = draft.content
  const written = BINDABLE_TERMS.flatMap((term) => {
    const mark = MARK_OF_TERM[term]
    return mark && hasTerm(terms, term) ? [{ mark, term }] : []
  })
  return (
    <>
      <h2>Repères</h2>
      <details class="fold" open>
        <summary>Termes</summary>
        <dl class="marks">
          {written.map(({ mark, term }) => (
            <>
              <dt>
                <code>{`{{${mark}}}`}</code>
              </dt>
              <dd>
                {termNames[term]} : « {TERM_WORDINGS[mark]?.(terms)} »
              </dd>
            </>
          ))}
        </dl>
      </details>
      <details class="fold">
        <summary>Variables</summary>
        <dl class="marks">
          {variables.map(({ name, label, type }) => (
            <>
              <dt>
                <code>{`{{${name}}}`}</code>
              </dt>
              <dd>
                {label} ({variableTypeWords[type]})
              </dd>
            </>
          ))}
        </dl>
      </details>
      <p>
        <a href={templatePaths.variables(view.network.base, draft.id)}>Ajouter une variable</a>
      </p>
    </>
  )
}
