import { opensTo } from '../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../ui/button.tsx'
import { formatMoment, plural } from '../../../../ui/french.ts'
import { approvalsOf, remarksOf, sharedAt } from '../../data/negotiation.store.ts'
import { unapprovedBy } from '../../domain/draft-approval.ts'
import { awaitsAnswer } from '../../domain/draft-remark.ts'
import { stateOn } from '../../domain/state.ts'
import { contentOf } from '../../use-cases/drafting/draft-content.ts'
import type { AgreementPanel } from '../panel.ts'
import { partyName } from '../parties.ts'
import { policy } from '../policy.ts'
import { negotiationPaths } from './negotiation-paths.ts'

/** Where the negotiation of a draft stands, until every party has signed. */
export const negotiationPanel: AgreementPanel = async ({ view, context, agreement }) => {
  const { terms, acts, id } = agreement
  const isOver = stateOn(terms, acts, context.today).missingSignatures.length === 0
  if (isOver || !opensTo(view, policy.negotiate)) return null
  const { base, headName } = view.network
  const since = await sharedAt(context.db, id)
  const waiting = (await remarksOf(context.db, id)).filter(awaitsAnswer).length
  const { fingerprint } = await contentOf(context.db, context.network, agreement)
  const missing = unapprovedBy(agreement, await approvalsOf(context.db, id), fingerprint)
  return (
    <section aria-labelledby="negociation">
      <h2 id="negociation">Négociation du texte</h2>
      {since ? (
        <p>
          Partagé avec {agreement.partner.name} le {formatMoment(since)}.{' '}
          {waiting > 0 && `${plural(waiting, 'proposition attend', 'propositions attendent')} une réponse. `}
          {missing.length === 0
            ? 'Chaque partie a approuvé ce texte pour signature.'
            : `Pas encore approuvé pour signature par ${missing.map((party) => partyName(agreement, party, headName)).join(' et ')}.`}
        </p>
      ) : (
        <p>
          {agreement.partner.name} ne voit pas encore ce projet : partagez-le quand il est prêt à être lu.
        </p>
      )}
      <ButtonLink look="plain" href={negotiationPaths.negotiation(base, id)}>
        Négocier le texte
      </ButtonLink>
    </section>
  )
}
