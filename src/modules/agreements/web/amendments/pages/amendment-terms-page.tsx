import type { Day } from '../../../../../kernel/day.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { figureOf } from '../../../domain/amendment-draft.ts'
import { articleOf } from '../../../domain/terms.ts'
import { amendableTerms, fieldOfTerm, RENEWAL_MODES } from '../amendment.form.ts'
import { amendmentPaths } from '../amendment.paths.ts'
import { renewalModeWords, termLabels } from '../amendment-wording.ts'
import { AmendmentFrame, type AmendmentView, SeenFields } from './amendment-frame.tsx'

/** Every term of the agreement that an amendment may write anew, filled with what holds today. */
export function AmendmentTermsPage({ about, state }: { about: AmendmentView; state: FormState }) {
  const { view, agreement, draft, today } = about
  const { base } = view.network
  const { values, problems } = state
  const terms = today.termsInForce
  const { changes } = draft
  const field = fieldsOf({ values, problems })
  return (
    <AmendmentFrame
      about={about}
      title="Changer les termes et les dates"
      intro="Laissez tel quel ce que l’avenant ne change pas : le texte des articles suit les termes."
      problems={problems}
    >
      <Form action={amendmentPaths.terms(base, agreement.id, draft.number)}>
        <SeenFields about={about} />
        <TextField {...field('objet', draft.object)} label="Objet de l’avenant" />
        <FieldGroup legend="Durées et délais">
          {amendableTerms(terms).map((term) => (
            <TextField
              {...field(fieldOfTerm(term), String(changes.terms[term] ?? figureOf(terms, term)))}
              label={termLabels[term].label}
              hint={`Aujourd’hui : ${inWords(figureOf(terms, term) ?? 0, termLabels[term].unit)}${article(terms, term)}.`}
              inputmode="numeric"
              width="short"
              suffix={termLabels[term].unit}
            />
          ))}
        </FieldGroup>
        <Radios
          {...field('reconduction', String(changes.terms['renewal.mode'] ?? terms.renewal.mode))}
          label="Reconduction"
          choices={RENEWAL_MODES.map((mode) => ({ value: mode, label: renewalModeWords[mode] }))}
        />
        <FieldGroup legend="Dates">
          <DateField
            {...field('effet', typed(draft.effectiveOn))}
            label="Prise d’effet écrite dans l’avenant"
            hint="Laissez vide s’il n’en dit rien : ce sera le 1er du mois qui suit la dernière signature. Au format jj/mm/aaaa."
            optional
          />
          <DateField
            {...field('dernier_jour', typed(draft.newLastDay))}
            label="Nouveau dernier jour de la convention"
            hint={lastDayHint(today.lastDayInForce && formatDay(today.lastDayInForce))}
            optional
          />
        </FieldGroup>
        <Actions>
          <Button>Enregistrer les changements</Button>
          <a href={amendmentPaths.amendment(base, agreement.id, draft.number)}>Annuler</a>
        </Actions>
      </Form>
    </AmendmentFrame>
  )
}

function lastDayHint(known: string | null): string {
  return known
    ? `Aujourd’hui : ${known}. Laissez vide pour ne pas y toucher. Au format jj/mm/aaaa.`
    : 'Aujourd’hui : aucun terme fixé. Laissez vide pour ne pas en fixer. Au format jj/mm/aaaa.'
}

function article(terms: AmendmentView['today']['termsInForce'], term: string): string {
  const number = articleOf(terms, term)
  return number ? `, art. ${number}` : ''
}

function inWords(figure: number, unit: string): string {
  return plural(figure, unit === 'mois' ? unit : unit.slice(0, -1), unit)
}

/** As it is typed: 17/06/2026. */
function typed(day: Day | null): string {
  return day === null ? '' : day.split('-').reverse().join('/')
}
