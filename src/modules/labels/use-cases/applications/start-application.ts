import type { Id } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findPlaces } from '../../../places/index.ts'
import { answersOf, saveAnswers } from '../../data/applications/answers.store.ts'
import { openFileOf } from '../../data/applications/applications.queries.ts'
import {
  type Application,
  type ApplicationId,
  addApplication,
  findApplication,
} from '../../data/applications/applications.store.ts'
import { copyProofs } from '../../data/applications/proofs.store.ts'
import { noteOrigin } from '../../data/applications/sending.store.ts'
import type { Holder, SchemeId } from '../../data/awards/awards.store.ts'
import { type Edition, editionsOf } from '../../data/schemes/editions.store.ts'
import { type SchemeVersion, versionById, versionOn } from '../../data/schemes/schemes.store.ts'
import { recordedBy } from '../recorded-by.ts'
import { isListedByAnother, isLocalAuthority } from './holders.ts'

export interface ApplicationWish {
  readonly schemeId: SchemeId
  readonly purpose: Application['purpose']
  /** Null for a label that a local authority holds: the applicant itself. */
  readonly placeId: Id<'place'> | null
  /** The file it starts from: last year's, to be confirmed, or a self-assessment. LAB-7, LAB-22. */
  readonly copyFrom: ApplicationId | null
}

export type StartRefusal =
  | 'no-such-scheme'
  | 'not-by-application'
  | 'no-campaign'
  | 'no-such-place'
  | 'place-of-another'
  | 'not-a-local-authority'
  | 'open-already'
  | 'open-elsewhere'

/** Opens a draft, or a self-assessment, on the specifications in force. `open-already` names the first file. LAB-52. */
export async function startApplication(
  context: Context,
  wish: ApplicationWish,
): Promise<ApplicationId | Refusal<StartRefusal>> {
  const { actor, network } = context
  if (actor.kind !== 'member') return refuse('no-such-scheme')
  const form = await formFor(context, wish)
  if (isRefusal(form)) return form
  const holder = await holderFor(context, wish, form.version)
  if (isRefusal(holder)) return holder
  const made = {
    networkId: network.id,
    schemeId: wish.schemeId,
    versionId: form.version.id,
    purpose: wish.purpose,
    editionId: form.edition?.id ?? null,
    holder,
    applicantId: actor.organisationId,
    agreementId: null,
  }
  try {
    return await inTransaction(context.db, async (tx) => {
      const id = await addApplication(tx, made, recordedBy(context))
      if (wish.copyFrom) await copyFrom(tx, context, { from: wish.copyFrom, to: id }, form.version)
      await writeJournal(tx, context, 'application.opened', id, {
        scheme: form.version.scheme.code,
        holder: holder.id,
        purpose: wish.purpose,
      })
      return id
    })
  } catch (error) {
    const rule = refusedBy(error) ?? ''
    if (!['one_open_application_per_holder', 'one_application_per_edition'].includes(rule)) throw error
    return refusedByTheFirst(context, made)
  }
}

async function formFor(
  { db, network, today }: Context,
  { schemeId, purpose }: ApplicationWish,
): Promise<{ version: SchemeVersion; edition: Edition | null } | Refusal<StartRefusal>> {
  const current = await versionOn(db, network.id, schemeId, today)
  if (!current) return refuse('no-such-scheme')
  if (current.content.route === 'bulk') return refuse('not-by-application')
  if (current.content.cadence === 'continuous' || purpose === 'self_assessment')
    return { version: current, edition: null }
  const edition = await openCampaign({ db, network, today }, schemeId)
  const version = edition && (await versionById(db, network.id, edition.versionId))
  return edition && version ? { version, edition } : refuse('no-campaign')
}

/** The campaign of a label that takes files today. */
export async function openCampaign(
  { db, network, today }: Pick<Context, 'db' | 'network' | 'today'>,
  scheme: SchemeId,
): Promise<Edition | null> {
  const all = await editionsOf(db, network.id, scheme)
  return all.find(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn) ?? null
}

async function holderFor(
  context: Context,
  { placeId }: ApplicationWish,
  { content }: SchemeVersion,
): Promise<Holder | Refusal<StartRefusal>> {
  const { db, network, actor } = context
  if (actor.kind !== 'member') return refuse('no-such-scheme')
  if (content.holderKind === 'collectivite') {
    const id = actor.organisationId
    return (await isLocalAuthority(context, id))
      ? { kind: 'organisation', id }
      : refuse('not-a-local-authority')
  }
  const [place] = placeId ? await findPlaces(db, network.id, [placeId]) : []
  if (!place) return refuse('no-such-place')
  if (await isListedByAnother(context, place.id, actor.organisations)) return refuse('place-of-another')
  return { kind: 'place', id: place.id }
}

/** Answers and proofs of the criteria that the form still has; nothing of a file that is not one's own. */
async function copyFrom(
  tx: Database,
  context: Context,
  { from, to }: { from: ApplicationId; to: ApplicationId },
  { content }: SchemeVersion,
): Promise<void> {
  const former = await findApplication(tx, context.reach, from)
  if (!former) return
  const kept = new Map(content.criteria.map(({ code, kind }) => [code, kind]))
  const answers = (await answersOf(tx, from)).filter(({ code }) => kept.has(code))
  // A self-assessment was written for this very file: nobody has to read it twice.
  const isToConfirm = former.purpose === 'application'
  const copies = answers.map((one) => ({ ...one, isToConfirm, known: null }))
  await saveAnswers(tx, to, copies, recordedBy(context))
  await copyProofs(tx, { from, to }, [...kept.keys()], context.now)
  await noteOrigin(tx, to, from)
}

async function refusedByTheFirst(
  { db, actor }: Context,
  made: Pick<Application, 'schemeId' | 'editionId' | 'holder'>,
): Promise<Refusal<StartRefusal>> {
  const first = await openFileOf(db, made)
  const isOwn = actor.kind === 'member' && first && actor.organisations.includes(first.applicantId)
  return first && isOwn ? refuse('open-already', { id: first.id }) : refuse('open-elsewhere')
}
