import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import type { Party } from '../../../domain/terms.ts'
import type { NegotiatedClause, Negotiation } from '../../../use-cases/drafting/negotiation.ts'
import { termLabels } from '../../amendments/amendment-wording.ts'
import { TextBlock } from '../../pages/text-block.tsx'
import { negotiationPaths } from '../negotiation-paths.ts'
import { ClauseThread } from './clause-thread.tsx'
import { Difference } from './difference.tsx'
import { NegotiationFrame, Seen } from './negotiation-frame.tsx'

interface ClausePageProps {
  view: View
  agreement: Agreement
  negotiation: Negotiation
  clause: NegotiatedClause
  party: Party
  /** A text was typed on an older writing of the clause: both are shown. AGR-21. */
  conflict: boolean
  state: FormState
}

/** One article of a draft: how it reads, what each party said of it, and what one may say. */
export function ClausePage(props: ClausePageProps) {
  const { view, agreement, negotiation, clause, party, conflict, state } = props
  const { read, thread, terms } = clause
  const isOpen = negotiation.locked === null
  const typed = String(state.values.texte ?? '')
  return (
    <NegotiationFrame
      view={view}
      agreement={agreement}
      negotiation={negotiation}
      title={read.number === null ? read.title : `Article ${read.number}. ${read.title}`}
      isInside
      state={state}
    >
      {conflict && <BothTexts now={clause.clause.text.trim()} typed={typed} />}
      <section aria-labelledby="lecture">
        <h2 id="lecture">Le texte actuel</h2>
        {read.paragraphs.map((block) => (
          <TextBlock block={block} />
        ))}
      </section>
      {negotiation.sharedAt && (
        <section aria-labelledby="fil">
          <h2 id="fil">Ce que les parties en disent</h2>
          <ClauseThread {...{ view, agreement, negotiation, party, thread, state }} />
        </section>
      )}
      {!isOpen && <KeptWords values={state.values} />}
      {isOpen && <TextForm {...props} />}
      {isOpen && negotiation.sharedAt && terms.length > 0 && <TermForm {...props} />}
      {isOpen && negotiation.sharedAt && <CommentForm {...props} />}
    </NegotiationFrame>
  )
}

/** The text locked while somebody was typing: no form is left to hold their words. */
function KeptWords({ values }: { values: FormState['values'] }) {
  const typed = ['texte', 'pourquoi', 'commentaire', 'raison'].map((name) => String(values[name] ?? ''))
  const kept = typed.filter((words) => words !== '')
  if (kept.length === 0) return null
  return (
    <section aria-labelledby="garder">
      <h2 id="garder">Ce que vous aviez écrit</h2>
      {kept.map((words) => (
        <p class="difference">{words}</p>
      ))}
    </section>
  )
}

function BothTexts({ now, typed }: { now: string; typed: string }) {
  return (
    <Notice state="warning" title="Deux textes pour le même article">
      <p>
        Souligné : ce que dit votre texte. Barré : ce que dit le texte enregistré pendant votre saisie. Rien
        n’est perdu : votre texte est dans le champ plus bas.
      </p>
      <div class="side-by-side">
        <section aria-label="Le texte enregistré">
          <h2>Enregistré entre-temps</h2>
          <p class="difference">{now}</p>
        </section>
        <section aria-label="Votre texte">
          <h2>Votre texte</h2>
          <p class="difference">{typed}</p>
        </section>
      </div>
      <Difference before={now} after={typed} />
    </Notice>
  )
}

/** Alone, the head writes; once the draft is shared, each text is a proposal. */
function TextForm({ view, agreement, negotiation, clause, state }: ClausePageProps) {
  const { base } = view.network
  const { key, text } = clause.clause
  const field = fieldsOf(state)
  const isShared = negotiation.sharedAt !== null
  const action = isShared
    ? negotiationPaths.text(base, agreement.id, key)
    : negotiationPaths.writing(base, agreement.id, key)
  return (
    <section aria-labelledby="proposer">
      <h2 id="proposer">{isShared ? 'Proposer un autre texte' : 'Changer ce texte'}</h2>
      <Form action={action}>
        <Seen agreement={agreement} />
        <input type="hidden" name="version" value={String(clause.version)} />
        <TextArea
          {...field('texte', text.trim())}
          label="Texte de l’article"
          hint="Gardez les repères entre accolades : {{…}} est remplacé par un terme ou par ce que le projet demande de remplir. Une ligne vide sépare deux paragraphes ; « - » commence un point d’une liste."
          rows={14}
        />
        {isShared && <TextArea {...field('pourquoi')} label="Pourquoi ce changement ?" rows={2} optional />}
        <Actions>
          <Button>{isShared ? 'Proposer ce texte à l’autre partie' : 'Enregistrer ce texte'}</Button>
          <a href={negotiationPaths.negotiation(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </section>
  )
}

function TermForm({ view, agreement, clause, state }: ClausePageProps) {
  const field = fieldsOf(state)
  const action = negotiationPaths.term(view.network.base, agreement.id, clause.clause.key)
  return (
    <section aria-labelledby="terme">
      <h2 id="terme">Proposer de changer un terme</h2>
      <p>Le texte suivra : les mots de l’article sont écrits d’après le terme.</p>
      <Form action={action}>
        <Seen agreement={agreement} />
        <Radios
          {...field('terme')}
          label="Quel terme ?"
          choices={clause.terms.map(({ term, figure }) => ({
            value: term,
            label: termLabels[term].label,
            hint: `Aujourd’hui : ${figure} ${termLabels[term].unit}`,
          }))}
        />
        <TextField {...field('valeur')} label="Nouvelle valeur" inputmode="numeric" width="short" />
        <TextArea {...field('raison')} label="Pourquoi ce changement de terme ?" rows={2} optional />
        <Button look="plain">Proposer ce terme à l’autre partie</Button>
      </Form>
    </section>
  )
}

function CommentForm({ view, agreement, clause, state }: ClausePageProps) {
  const field = fieldsOf(state)
  const action = negotiationPaths.comment(view.network.base, agreement.id, clause.clause.key)
  return (
    <section aria-labelledby="commenter">
      <h2 id="commenter">Commenter</h2>
      <Form action={action}>
        <Seen agreement={agreement} />
        <TextArea {...field('commentaire')} label="Votre commentaire" rows={3} />
        <Button look="plain">Publier le commentaire</Button>
      </Form>
    </section>
  )
}
