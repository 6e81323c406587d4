import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { type Agreement, agreementInForce, agreementsWith } from '../../../agreements/index.ts'
import { listSchemes, type SchemeId } from '../../data/awards/awards.store.ts'
import {
  addPlaceList,
  findPlaceList,
  type PlaceList,
  type PlaceListId,
} from '../../data/bulk/place-lists.store.ts'
import { type SchemeVersion, versionOn } from '../../data/schemes/schemes.store.ts'
import { recordedBy } from '../recorded-by.ts'

export type OpenListRefusal =
  | 'no-such-scheme'
  | 'no-such-agreement'
  | 'met-in-the-future'
  | 'minutes-missing'
  | 'no-such-list'
  | 'nothing-to-add-to'

/** What the committee did, whatever the list. */
export interface Meeting {
  readonly committee: string
  readonly metOn: Day
  readonly minutes: string
  /** The minutes as a file whose bytes are kept already. */
  readonly file: { readonly document: Document; readonly sha256: string } | null
}

/** The labels that are proposed by list, as they stand today. */
export async function schemesByList(
  { network, today }: Pick<Context, 'network' | 'today'>,
  db: Database,
): Promise<SchemeVersion[]> {
  const schemes = await listSchemes(db, network.id)
  const versions = await Promise.all(schemes.map(({ id }) => versionOn(db, network.id, id, today)))
  return versions.filter((version) => version?.content.route === 'bulk').filter((version) => version !== null)
}

/** The agreements in force under which these organisations may propose places for a label: those its rules name. */
export async function agreementsFor(
  { network, today }: Pick<Context, 'network' | 'today'>,
  db: Database,
  partners: readonly OrganisationId[],
  version: Pick<SchemeVersion, 'content'> | null,
): Promise<Agreement[]> {
  if (partners.length === 0) return []
  const all = await agreementsWith(db, { kind: 'all', network: network.id }, partners)
  const named = version?.content.agreement?.templates ?? []
  return all.filter(
    (agreement) =>
      agreementInForce(agreement, today) && (named.length === 0 || named.includes(agreement.templateId)),
  )
}

/** Opens the list of a partner for a label, with what its committee did. Nobody else reads it before its charter is signed. */
export async function openList(
  context: Context,
  { schemeId, agreementId }: { schemeId: SchemeId; agreementId: Id<'agreement'> },
  meeting: Meeting,
): Promise<PlaceListId | Refusal<OpenListRefusal>> {
  return inTransaction<PlaceListId | Refusal<OpenListRefusal>>(context.db, async (tx) => {
    const version = (await schemesByList(context, tx)).find(({ scheme }) => scheme.id === schemeId)
    if (!version) return refuse('no-such-scheme')
    const partners = context.reach.kind === 'these' ? context.reach.organisations : []
    const agreement = (await agreementsFor(context, tx, partners, version)).find(
      ({ id }) => id === agreementId,
    )
    if (!agreement) return refuse('no-such-agreement')
    return recordList(context, tx, { version, agreement, addsTo: null }, meeting)
  })
}

/** A list that adds places to another, once that one is signed: its own committee, its own charter. LAB-20. */
export async function openAddendum(
  context: Context,
  to: PlaceListId,
  meeting: Meeting,
): Promise<PlaceListId | Refusal<OpenListRefusal>> {
  return inTransaction<PlaceListId | Refusal<OpenListRefusal>>(context.db, async (tx) => {
    const first = await findPlaceList(tx, context.reach, to)
    if (!first) return refuse('no-such-list')
    if (first.moment === 'draft') return refuse('nothing-to-add-to')
    const version = (await schemesByList(context, tx)).find(({ scheme }) => scheme.id === first.schemeId)
    if (!version) return refuse('no-such-scheme')
    const agreement = (await agreementsFor(context, tx, [first.partnerId], version)).find(
      ({ id }) => id === first.agreementId,
    )
    if (!agreement) return refuse('no-such-agreement')
    return recordList(context, tx, { version, agreement, addsTo: first.addsTo ?? first.id }, meeting)
  })
}

async function recordList(
  context: Context,
  tx: Database,
  {
    version,
    agreement,
    addsTo,
  }: { version: SchemeVersion; agreement: Agreement } & Pick<PlaceList, 'addsTo'>,
  { committee, metOn, minutes, file }: Meeting,
): Promise<PlaceListId | Refusal<OpenListRefusal>> {
  if (metOn > context.today) return refuse('met-in-the-future')
  if (minutes === '' && !file) return refuse('minutes-missing')
  const minutesFile = file ? await keepFile(tx, context, file.document, file.sha256) : null
  const made = {
    networkId: context.network.id,
    schemeId: version.scheme.id,
    versionId: version.id,
    partnerId: agreement.partner.id,
    agreementId: agreement.id,
    ...{ addsTo, committee, metOn, minutes, minutesFile },
  }
  const id = await addPlaceList(tx, made, recordedBy(context))
  await writeJournal(tx, context, 'place-list.opened', id, { scheme: version.scheme.code, addsTo })
  return id
}
