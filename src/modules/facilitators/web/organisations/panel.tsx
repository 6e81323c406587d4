import { opensTo } from '../../../../platform/http/page.tsx'
import type { OrganisationPanel } from '../../../identity/index.ts'
import { findOffer } from '../../data/organisations/offers.store.ts'
import { competences } from '../../domain/competences.ts'
import { labelsOf } from '../../domain/skills.ts'
import { policy } from '../policy.ts'
import { offerPaths } from './offers.paths.ts'

/** What an organisation's page says of what it offers. */
export const offerOfOrganisation: OrganisationPanel = async ({ view, context, organisation }) => {
  const offer = await findOffer(context.db, organisation.id)
  const words = labelsOf(competences, offer.competences)
  const mayWrite = opensTo(view, policy.keepOffer) && organisation.mergedInto === null
  return (
    <section aria-label={`Compétences de ${organisation.name}`}>
      <h2>Compétences</h2>
      <p class={words.length === 0 ? 'muted' : undefined}>
        {words.length === 0 ? 'Rien n’est écrit pour l’annuaire des structures.' : words.join(' · ')}
        {words.length > 0 && !offer.isListed && ' (non montré)'}
      </p>
      {mayWrite && (
        <p>
          <a href={offerPaths.offer(view.network.base, organisation.id)}>
            {words.length === 0 ? 'Écrire les compétences' : 'Modifier les compétences'}
          </a>
        </p>
      )}
    </section>
  )
}
