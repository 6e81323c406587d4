import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { formatDay, plural, relativeDay } from '../../../../../ui/french.ts'
import type { Agreement } from '../../../domain/agreement.ts'
import type { OpenRenewal } from '../../../domain/open-renewal.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { articleOf } from '../../../domain/terms.ts'
import { partyName } from '../../parties.ts'
import { renewalPath } from '../renewal.paths.ts'

interface SectionProps {
  view: View
  agreement: Agreement
  state: AgreementState
  open: OpenRenewal | null
  mayManage: boolean
}

/** Where nothing goes on by itself: until when the parties must sign, and who has not yet. 001 art. 10, 002 art. 5. */
export function RenewalSection({ view, agreement, state, open, mayManage }: SectionProps) {
  const { termsInForce, enteredIntoForceOn, lastDayInForce, status } = state
  if (termsInForce.renewal.mode === 'tacit' || enteredIntoForceOn === null) return null
  const { base, headName } = view.network
  const article = articleOf(termsInForce, 'renewal')
  return (
    <section aria-labelledby="reconduction">
      <h2 id="reconduction">Reconduction</h2>
      {lastDayInForce && status !== 'ended' && (
        <p>
          Rien ne reconduit cette convention d’elle-même{article && ` (art. ${article})`} : toutes les parties
          signent un acte qui en fixe la durée, au plus tard le <strong>{formatDay(lastDayInForce)}</strong>,{' '}
          {relativeDay(lastDayInForce, view.today)}.
        </p>
      )}
      {open && (
        <p>
          Une reconduction de {plural(open.years, 'an', 'ans')} attend encore la signature de{' '}
          {open.missing.map((party) => partyName(agreement, party, headName)).join(' et de ')}.
        </p>
      )}
      {mayManage && (
        <ButtonLink look="plain" href={renewalPath(base, agreement.id)}>
          Enregistrer la signature d’une reconduction
        </ButtonLink>
      )}
    </section>
  )
}
