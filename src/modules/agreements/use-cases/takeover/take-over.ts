import { civil, type Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import {
  addOrganisation,
  findOrganisation,
  type OrganisationFields,
  organisationWithin,
} from '../../../identity/index.ts'
import { addAgreement, findAgreement, recordActs } from '../../data/agreements.store.ts'
import { addAmendment } from '../../data/amendments.store.ts'
import { listPlace } from '../../data/annex.store.ts'
import { addTakeover } from '../../data/takeover.store.ts'
import type { Act } from '../../domain/acts.ts'
import type { AgreementId, PlaceId } from '../../domain/agreement.ts'
import type { Terms } from '../../domain/terms.ts'
import { UNKNOWN } from '../../templates/render.ts'
import type { Template } from '../../templates/template.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { askedVariables } from '../drafting/agreement-text.ts'
import type { PutDocument } from '../signing/keep-signature-document.ts'

/** An agreement signed before it was followed here: what was read in it, and what happened since. */
export interface TakenOver {
  /** The one it bears on paper; empty: the next of the year. */
  reference: string
  template: Template
  terms: Terms
  partner: OrganisationFields
  partnerId: OrganisationId | null
  representative: { name: string; title: string }
  places: readonly { id: PlaceId; subList: string }[]
  acts: readonly Act[]
  document: PutDocument | null
  keptByHead: string
  keptByPartner: string
  unknown: readonly string[]
  importId: Id<'takeover-import'> | null
}

export type TakeoverRefusal =
  | 'reference-taken'
  | 'reference-reserved'
  | 'dated-in-the-future'
  | 'no-such-partner'

/** One agreement, its document and all its acts, in one transaction; its state follows from them. AGR-11, AGR-120. */
export async function takeOver(
  context: Context,
  taken: TakenOver,
): Promise<AgreementId | Refusal<TakeoverRefusal>> {
  const refusal = whyNotTakenOver(taken, context.today)
  if (refusal) return refusal
  try {
    return await inTransaction<AgreementId | Refusal<TakeoverRefusal>>(context.db, (tx) =>
      record(tx, context, taken),
    )
  } catch (error) {
    const constraint = refusedBy(error)
    if (constraint === 'one_agreement_per_reference') {
      return refuse('reference-taken', { reference: taken.reference })
    }
    // Somebody was adding the same partner at that instant: it is there now.
    if (constraint === 'one_organisation_per_siret') {
      return inTransaction<AgreementId | Refusal<TakeoverRefusal>>(context.db, (tx) =>
        record(tx, context, taken),
      )
    }
    throw error
  }
}

/** The references of this year and after are given by the network, one after the other. */
export function whyNotTakenOver(
  { reference, acts }: Pick<TakenOver, 'reference' | 'acts'>,
  today: Day,
): Refusal<'reference-reserved' | 'dated-in-the-future'> | null {
  const [, year] = /^(\d{4})-/.exec(reference) ?? []
  if (year && Number(year) >= civil(today).year) return refuse('reference-reserved', { reference })
  const late = acts.find(({ occurredOn }) => occurredOn && occurredOn > today)
  return late?.occurredOn ? refuse('dated-in-the-future', { day: late.occurredOn }) : null
}

async function record(
  tx: Database,
  context: Context,
  taken: TakenOver,
): Promise<AgreementId | Refusal<'no-such-partner'>> {
  const { network, today } = context
  const { template, terms, representative, acts } = taken
  const recorded = recordedBy(context)
  const partnerId = await partnerOf(tx, context, taken)
  if (!partnerId) return refuse('no-such-partner')
  const draft = {
    ...{ reference: taken.reference, templateId: template.id, templateVersion: template.version, terms },
    ...{ variables: unknownBlanks(template), partnerId },
    ...{ representativeName: representative.name, representativeTitle: representative.title },
  }
  const id = await addAgreement(tx, network.id, draft, { ...recorded, year: String(civil(today).year) })
  for (const { id: placeId, subList } of taken.places) await listPlace(tx, id, { placeId, subList })
  for (const name of new Set(acts.flatMap((act) => (act.type === 'amendment_signed' ? act.amendment : [])))) {
    await addAmendment(tx, id, `Avenant repris (${name})`, recorded)
  }
  const agreement = await findAgreement(tx, { kind: 'all', network: network.id }, id)
  if (agreement && acts.length > 0) await recordActs(tx, agreement, acts, recorded)
  const { document, keptByHead, keptByPartner, unknown, importId } = taken
  const fileId = document && (await keepFile(tx, context, document, document.sha256))
  await addTakeover(tx, id, { fileId, keptByHead, keptByPartner, unknown, importId }, recorded)
  const details = { template: template.id, partner: partnerId, acts: acts.length }
  await writeJournal(tx, context, 'agreement.taken-over', id, details)
  return id
}

/** What only the signed document says. */
function unknownBlanks(template: Template): Record<string, string> {
  return Object.fromEntries(askedVariables(template).map(({ name }) => [name, UNKNOWN]))
}

async function partnerOf(
  tx: Database,
  { network, now }: Context,
  { partner, partnerId }: TakenOver,
): Promise<OrganisationId | null> {
  if (partnerId === null) {
    const known = await findOrganisation(tx, network.id, partner)
    return known ?? addOrganisation(tx, network.id, partner, now)
  }
  const chosen = await organisationWithin(tx, { kind: 'all', network: network.id }, partnerId)
  return chosen && (chosen.mergedInto ?? chosen.id)
}

/** An act that is being made needs its name before it is stored. */
export function nextActId(): string {
  return newId<'act'>()
}
