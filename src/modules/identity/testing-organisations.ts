import { day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { OrganisationId } from '../../platform/session/actor.ts'
import { addOrganisation, type OrganisationFields } from './data/organisations/organisations.store.ts'
import { recordContact } from './use-cases/organisations/keep-contact.ts'
import { type DelegationToRecord, recordDelegation } from './use-cases/organisations/record-delegation.ts'
import {
  type MandateToRecord,
  type PutDocument,
  recordMandate,
} from './use-cases/organisations/record-mandate.ts'

export function anOrganisation(
  { db, network, now }: Context,
  fields: Partial<OrganisationFields> & { name: string },
): Promise<OrganisationId> {
  return addOrganisation(db, network.id, { kind: 'commune', siret: null, commune: '', ...fields }, now)
}

export async function aMandate(
  context: Context,
  organisation: OrganisationId,
  change: Partial<MandateToRecord> = {},
): Promise<Id<'mandate'>> {
  const recorded = await recordMandate(context, organisation, {
    holderName: 'Odile Marchand',
    quality: 'maire',
    personId: null,
    isLegalRepresentative: true,
    actKind: 'election',
    actReference: '',
    actDate: null,
    document: null,
    from: day('2024-01-01'),
    until: null,
    ...change,
  })
  if (isRefusal(recorded)) throw new Error(recorded.refused)
  return recorded.id
}

export async function aDelegation(
  context: Context,
  organisation: OrganisationId,
  mandate: Id<'mandate'>,
  change: Partial<DelegationToRecord> = {},
): Promise<Id<'delegation'>> {
  const recorded = await recordDelegation(context, organisation, mandate, {
    holderName: 'Hugo Lestrade',
    quality: 'directeur',
    personId: null,
    subjects: ['agreements'],
    actReference: '',
    actDate: null,
    document: null,
    from: day('2024-01-01'),
    until: null,
    ...change,
  })
  if (isRefusal(recorded)) throw new Error(recorded.refused)
  return recorded
}

export async function aContact(context: Context, organisation: OrganisationId): Promise<Id<'contact'>> {
  const recorded = await recordContact(context, organisation, {
    name: 'Accueil',
    jobTitle: '',
    email: 'accueil@exemple.fr',
    phone: '',
    purpose: 'general',
  })
  if (isRefusal(recorded)) throw new Error(recorded.refused)
  return recorded
}

/** The least that begins as a PDF does, already in the file store. */
export async function someDocument(files: FileStore): Promise<PutDocument> {
  const content = new TextEncoder().encode('%PDF-1.7\nDélibération')
  return { name: 'délibération.pdf', mediaType: 'application/pdf', content, sha256: await files.put(content) }
}
