import { type Day, day } from '../../kernel/day.ts'
import type { Context } from '../../platform/context.ts'
import type { OrganisationId } from '../../platform/session/actor.ts'
import { findAgreement } from '../agreements/index.ts'
import { anAgreementInForce, aPlace } from '../agreements/testing.ts'
import type { PlaceId } from '../places/index.ts'
import { type ApplicationId, addApplication } from './data/applications/applications.store.ts'
import { addProof, type ProofId } from './data/applications/proofs.store.ts'
import { addScheme, type Scheme } from './data/awards/awards.store.ts'
import { addEdition, type EditionId } from './data/schemes/editions.store.ts'
import { addVersion, type SchemeVersionId } from './data/schemes/schemes.store.ts'
import type { SchemeContent } from './domain/schemes/scheme.ts'
import { aScheme } from './domain/schemes/testing.ts'

/** A label whose specifications are in force since the new year. */
export async function aLabel(
  context: Context,
  content: SchemeContent = aScheme(),
  { code = 'epn', name = 'EPN Essai' } = {},
): Promise<Scheme & { version: SchemeVersionId }> {
  const id = await addScheme(context.db, context.network.id, { code, name })
  const scheme = { id, code, name }
  return { ...scheme, version: await aVersion(context, scheme, content, {}) }
}

/** The next version of a label, or other words for one. */
export function aVersion(
  context: Context,
  scheme: Scheme,
  content: SchemeContent,
  { version = 1, revision = 1, inForceFrom = day('2026-01-01') as Day },
): Promise<SchemeVersionId> {
  const made = { scheme, version, revision, content, transition: 'new_applications', inForceFrom } as const
  return addVersion(context.db, made, { at: context.now, by: null })
}

export function anEdition(
  context: Context,
  label: Scheme & { version: SchemeVersionId },
  { year, opensOn, closesOn }: { year: number; opensOn: string; closesOn: string },
): Promise<EditionId> {
  const days = { opensOn: day(opensOn), closesOn: day(closesOn) }
  const made = { schemeId: label.id, versionId: label.version, name: `Édition ${year}`, year, ...days }
  return addEdition(context.db, made, { at: context.now, by: null })
}

/** A partner whose agreement in force lists a place. */
export async function anApplicant(
  context: Context,
  partner: string,
  place?: PlaceId,
): Promise<{ organisation: OrganisationId; place: PlaceId }> {
  const listed = place ?? (await aPlace(context, `Maison de ${partner}`))
  const agreement = await anAgreementInForce(context, day('2026-03-02'), { partner, places: [listed] })
  const found = await findAgreement(context.db, context.reach, agreement)
  if (!found) throw new Error('no agreement')
  return { organisation: found.partner.id, place: listed }
}

/** What the addresses of an applicant name: a draft, and a proof of its own. */
export async function aDraftOf(
  context: Context,
  {
    organisation,
    place,
    file,
  }: { organisation: OrganisationId; place: PlaceId; file: Parameters<typeof addProof>[1]['fileId'] },
): Promise<{ application: ApplicationId; label: Scheme['id']; proof: ProofId }> {
  const { db, network, now } = context
  const code = `essai-${organisation.slice(-12)}`
  const label = await aLabel(context, aScheme(), { code, name: code })
  const recorded = { at: now, by: null }
  const application = await addApplication(
    db,
    {
      ...{ networkId: network.id, schemeId: label.id, versionId: label.version, purpose: 'application' },
      ...{
        editionId: null,
        holder: { kind: 'place', id: place },
        applicantId: organisation,
        agreementId: null,
      },
    },
    recorded,
  )
  const owner = { networkId: network.id, organisationId: organisation }
  const proof = { kind: 'file', fileId: file, words: '', name: 'statuts.pdf', on: null } as const
  return { application, label: label.id, proof: await addProof(db, { ...owner, ...proof }, recorded) }
}
