import type { Child } from 'hono/jsx'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import type { ExternalRef } from '../../../data/organisations/organisation-refs.store.ts'
import type { OrganisationContact } from '../../../domain/organisations/contact.ts'
import type { Organisation } from '../../../domain/organisations/organisation.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { paths } from '../organisation-paths.ts'
import { kindName, oneLine, spacedSiret } from '../organisation-wording.ts'
import { MandatesSection, type MandatesSectionProps } from './mandates-section.tsx'
import { ContactsSection } from './organisation-contacts-section.tsx'
import { RefsSection } from './organisation-refs-section.tsx'

export interface OrganisationPageProps {
  view: View
  organisation: Organisation
  duplicates: readonly Organisation[]
  contacts: readonly OrganisationContact[]
  refs: readonly ExternalRef[]
  mandates: Pick<MandatesSectionProps, 'mandates' | 'delegations'>
  mayKeep: boolean
  mayManage: boolean
  panels: readonly Child[]
}

export function OrganisationPage(props: OrganisationPageProps) {
  const { view, organisation, duplicates, contacts, refs, mandates, mayKeep, mayManage, panels } = props
  const { base } = view.network
  const about = { base, organisation, mayKeep }
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={organisation.name}
      kicker={[kindName(organisation.kind), organisation.acronym].filter(Boolean).join(' · ')}
      breadcrumb={[settingsPath(base), { label: 'Structures', href: paths.organisations(base) }]}
      act={mayKeep && { label: 'Modifier la fiche', href: paths.change(base, organisation.id) }}
    >
      <SummaryList rows={identityRows(organisation)} />
      <MandatesSection {...about} {...mandates} today={view.today} />
      <ContactsSection {...about} contacts={contacts} />
      {[...panels]}
      <RefsSection {...about} refs={refs} />
      <DuplicatesSection {...about} duplicates={duplicates} mayManage={mayManage} />
    </Frame>
  )
}

function identityRows(organisation: Organisation) {
  const { siret, rna, ridet, address, postalCode, commune, email, phone, website } = organisation
  const seat = [address, [postalCode, commune].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const rows: [string, Child][] = [
    ['SIRET', siret && spacedSiret(siret)],
    ['Numéro RNA', rna],
    ['RIDET', ridet],
    ['Siège', seat],
    ['Courriel', email && <a href={`mailto:${email}`}>{email}</a>],
    ['Téléphone', phone && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>],
    ['Site', website && <a href={website}>{website}</a>],
  ]
  const known = rows.filter(([, value]) => value)
  const told = known.length > 0 ? known : [['Fiche', 'Aucun numéro ni adresse n’est encore connu.'] as const]
  return told.map(([term, value]) => ({ term, value }))
}

interface DuplicatesProps {
  base: string
  organisation: Organisation
  duplicates: readonly Organisation[]
  mayManage: boolean
}

function DuplicatesSection({ base, organisation, duplicates, mayManage }: DuplicatesProps) {
  if (duplicates.length === 0 && !mayManage) return null
  return (
    <section aria-labelledby="doublons">
      <h2 id="doublons">Doublons</h2>
      {duplicates.length > 0 && (
        <ul class="rows">
          {duplicates.map((one) => (
            <li>
              <p>
                <strong>{one.name}</strong>
                <br />
                {oneLine(one)}
              </p>
              {mayManage && (
                <form method="post" action={paths.separation(base, one.id)}>
                  <Button look="plain">
                    Séparer de nouveau<span class="visually-hidden"> {one.name}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayManage && duplicates.length === 0 && (
        <p>
          Cette structure existe deux fois ?{' '}
          <a href={paths.merge(base, organisation.id)}>Joindre cette fiche à celle qui reste</a>
        </p>
      )}
    </section>
  )
}
