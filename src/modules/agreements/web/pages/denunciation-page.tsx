import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { formatDay, relativeDay } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { DateField, TextField } from '../../../../ui/text-field.tsx'
import { Why } from '../../../../ui/why.tsx'
import { type Agreement, lastSeq } from '../../domain/agreement.ts'
import type { AgreementState } from '../../domain/state.ts'
import { whySteps } from '../explanation-wording.ts'
import { partyName } from '../parties.ts'
import { paths } from '../paths.ts'
import { warningSentences } from '../reading-wording.ts'
import { WORKING_READING } from '../wording.ts'

interface DenunciationProps {
  view: View
  agreement: Agreement
  state: FormState
  /** What the letter would change, once its date is known: shown before anything is written (AGR-42). */
  consequence: AgreementState | null
}

export function DenunciationPage({
  view,
  agreement,
  state: { values, problems },
  consequence,
}: DenunciationProps) {
  const { base, headName } = view.network
  const field = (name: string) => ({
    name,
    error: problemOf(problems, name),
    value: String(values[name] ?? ''),
  })
  const back = paths.agreement(base, agreement.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Enregistrer une dénonciation"
      intro="C’est le dépôt de la lettre recommandée à La Poste qui fait courir le préavis : reportez la date du bordereau."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: back },
      ]}
      problems={problems}
    >
      {consequence && <Consequence view={view} agreement={agreement} state={consequence} />}
      <Form action={paths.denunciation(base, agreement.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        {consequence && <input type="hidden" name="confirme" value="oui" />}
        <Radios
          {...field('partie')}
          label="Partie qui dénonce"
          choices={agreement.terms.parties.map((party) => ({
            value: party,
            label: partyName(agreement, party, headName),
          }))}
        />
        <DateField {...field('date')} label="Date de dépôt de la lettre" />
        <TextField {...field('suivi')} label="Numéro de suivi" optional width="medium" />
        <Actions>
          <Button look={consequence ? 'danger' : 'main'}>
            {consequence ? 'Enregistrer la dénonciation' : 'Voir ce que cela change'}
          </Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function Consequence({
  view,
  agreement,
  state,
}: {
  view: View
  agreement: Agreement
  state: AgreementState
}) {
  const why = state.explanation.find(({ path }) => path === 'lastDayInForce')
  return (
    <Notice state="warning" title="Rien n’est encore enregistré" live>
      {state.lastDayInForce && (
        <p>
          La convention avec {agreement.partner.name} produira ses effets jusqu’au{' '}
          <strong>{formatDay(state.lastDayInForce)}</strong> inclus,
          {` ${relativeDay(state.lastDayInForce, view.today)}`}. Les labels de ses lieux cesseront d’être
          affichés le lendemain. Les deux parties seront prévenues par courriel.
        </p>
      )}
      {state.warnings.map((code) => (
        <p>{warningSentences[code]}</p>
      ))}
      {why && <Why about="cette date" steps={whySteps(why)} />}
      <p>{WORKING_READING}</p>
    </Notice>
  )
}
