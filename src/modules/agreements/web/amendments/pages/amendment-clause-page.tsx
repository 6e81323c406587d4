import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { Clause } from '../../../templates/template.ts'
import { amendmentPaths } from '../amendment.paths.ts'
import { titleOf } from '../amendment-changes.ts'
import { AmendmentFrame, type AmendmentView, SeenFields } from './amendment-frame.tsx'

interface ClauseProps {
  about: AmendmentView
  clause: Clause
  state: FormState
}

/** One article, as it is written: its marks stand for the terms and the names that fill it. */
export function AmendmentClausePage({ about, clause, state: { values, problems } }: ClauseProps) {
  const { view, agreement, draft } = about
  const { base } = view.network
  const saved = draft.changes.clauses[clause.key] ?? clause.text.trim()
  const marks = [...new Set(clause.text.match(/\{\{[a-z_.]+\}\}/g) ?? [])]
  return (
    <AmendmentFrame
      about={about}
      title={`Récrire ${clause.number ? `l’article ${clause.number}` : titleOf(clause)}`}
      intro="Séparez les paragraphes par une ligne vide, et commencez par un tiret chaque élément d’une liste. Remettez le texte d’origine pour ne plus changer l’article."
      problems={problems}
    >
      {marks.length > 0 && (
        <Notice state="info" title={`Gardez les repères ${marks.join(', ')}`}>
          <p>
            Ils sont remplacés par les termes et les noms de la convention. Pour changer un délai ou une
            durée, <a href={amendmentPaths.terms(base, agreement.id, draft.number)}>changez le terme</a> : la
            phrase suivra.
          </p>
        </Notice>
      )}
      <Form action={amendmentPaths.clause(base, agreement.id, draft.number, clause.key)}>
        <SeenFields about={about} />
        <TextArea
          name="texte"
          label={clause.title}
          error={problemOf(problems, 'texte')}
          value={String(values.texte ?? saved)}
          rows={16}
        />
        <Actions>
          <Button>Enregistrer l’article</Button>
          <a href={amendmentPaths.amendment(base, agreement.id, draft.number)}>Annuler</a>
        </Actions>
      </Form>
    </AmendmentFrame>
  )
}
