import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, relativeDay } from '../../../../../ui/french.ts'
import { Why } from '../../../../../ui/why.tsx'
import type { Consequence } from '../../../domain/act-consequence.ts'
import { amendmentName } from '../../../domain/amendment-draft.ts'
import type { Party } from '../../../domain/terms.ts'
import type { SigningPower } from '../../../use-cases/signing/signing-powers.ts'
import { whySteps } from '../../explanation-wording.ts'
import { ActConsequence } from '../../pages/act-consequence.tsx'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { SignatoryFields } from '../../signing/pages/signatory-fields.tsx'
import { amendmentPaths } from '../amendment.paths.ts'
import { AmendmentFrame, type AmendmentView, SeenFields } from './amendment-frame.tsx'

interface AmendmentSignatureProps {
  about: AmendmentView
  missing: readonly Party[]
  powers: readonly SigningPower[]
  /** What the signature would change, once it is filled: shown before anything is written. */
  consequence: Consequence | null
  state: FormState
}

export function AmendmentSignaturePage({
  about,
  missing,
  powers,
  consequence,
  state,
}: AmendmentSignatureProps) {
  const { view, agreement, draft } = about
  const { base, headName } = view.network
  return (
    <AmendmentFrame
      about={about}
      title="Enregistrer une signature de l’avenant"
      intro="La date écrite sur l’original fait foi. La première signature fige ce que l’avenant change."
      problems={state.problems}
    >
      {consequence && <EffectOf about={about} consequence={consequence} />}
      <Form action={amendmentPaths.signature(base, agreement.id, draft.number)}>
        <SeenFields about={about} />
        {consequence && <Confirmed state={state} />}
        <SignatoryFields
          agreement={agreement}
          headName={headName}
          missing={missing}
          powers={powers}
          state={state}
        />
        <Actions>
          <Button>{consequence ? 'Enregistrer la signature' : 'Voir ce que cela change'}</Button>
          <a href={amendmentPaths.amendment(base, agreement.id, draft.number)}>Annuler</a>
        </Actions>
      </Form>
    </AmendmentFrame>
  )
}

function EffectOf({ about, consequence }: { about: AmendmentView; consequence: Consequence }) {
  const { view, agreement, draft } = about
  const name = amendmentName(draft.number)
  const after = consequence.after.amendments.find(({ id }) => id === name)
  const why = consequence.after.explanation.find(({ path }) => path === `amendments.${name}.effectiveOn`)
  const missing = after?.missingSignatures ?? []
  return (
    <ActConsequence base={view.network.base} agreement={agreement.id} consequence={consequence}>
      {missing.length > 0 && (
        <p>
          Il manquera encore la signature de{' '}
          {missing.map((party) => partyName(agreement, party, view.network.headName)).join(' et de ')} :
          jusque-là, l’avenant ne change rien.
        </p>
      )}
      {after?.effectiveOn && (
        <p>
          Signé par tous, l’avenant prend effet le <strong>{formatDay(after.effectiveOn)}</strong>,{' '}
          {relativeDay(after.effectiveOn, view.today)}.
        </p>
      )}
      {why && (
        <Why
          about=": prise d’effet"
          steps={whySteps(why, paths.agreement(view.network.base, agreement.id))}
        />
      )}
    </ActConsequence>
  )
}
