import { expressionBuilder, type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import { dayOf, type Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementsAct, AgreementsAgreement, DB } from '../../../platform/db/schema.generated.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import type { NetworkId, PersonId, Reach } from '../../../platform/session/actor.ts'
import { organisationNames } from '../../identity/index.ts'
import type { Act } from '../domain/acts.ts'
import type { Agreement, AgreementId, StoredAct } from '../domain/agreement.ts'
import { labelEnds, placeStandings, standing } from '../domain/standing.ts'
import type { Terms } from '../domain/terms.ts'
import { saveAgenda } from './agenda.store.ts'

type AgreementRow = Selectable<AgreementsAgreement>
type ActRow = Selectable<AgreementsAct>

/** The agreement with its acts, or null when it does not exist within this reach. */
export async function findAgreement(db: Database, reach: Reach, id: AgreementId): Promise<Agreement | null> {
  const row = await withinReach(db.selectFrom('agreements.agreement').selectAll(), reach)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? ((await withActs(db, [row]))[0] ?? null) : null
}

/** The same, held until the transaction ends: two acts on one agreement are recorded one after the other. */
export async function lockAgreement(tx: Database, reach: Reach, id: AgreementId): Promise<Agreement | null> {
  const row = await withinReach(tx.selectFrom('agreements.agreement').selectAll(), reach)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? ((await withActs(tx, [row]))[0] ?? null) : null
}

/** For jobs, which know an id and no network. Null when the agreement does not exist. */
export async function networkOfAgreement(db: Database, id: AgreementId): Promise<NetworkId | null> {
  const row = await db
    .selectFrom('agreements.agreement')
    .select('network_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.network_id ?? null
}

export interface NewAgreement {
  /** The one it already bears; left out, the next of the year. */
  reference?: string | undefined
  templateId: string
  templateVersion: number
  terms: Terms
  variables: Record<string, string>
  partnerId: AgreementRow['partner_id']
  representativeName: string
  representativeTitle: string
}

/** Numbers and stores a draft. The lock makes numbers of one network and year follow each other. */
export async function addAgreement(
  tx: Database,
  network: AgreementRow['network_id'],
  draft: NewAgreement,
  recorded: { at: Instant; by: PersonId | null; year: string },
): Promise<AgreementId> {
  const id: AgreementId = newId()
  await tx
    .insertInto('agreements.agreement')
    .values({
      id,
      network_id: network,
      reference: draft.reference || (await nextReference(tx, network, recorded.year)),
      template_id: draft.templateId,
      template_version: draft.templateVersion,
      terms: JSON.stringify(draft.terms),
      variables: JSON.stringify(draft.variables),
      partner_id: draft.partnerId,
      representative_name: draft.representativeName,
      representative_title: draft.representativeTitle,
      created_at: recorded.at,
      created_by: recorded.by,
    })
    .execute()
  await saveStanding(tx, { id, networkId: network, from: null, until: null })
  return id
}

export async function saveDraft(
  tx: Database,
  id: AgreementId,
  change: {
    variables: Record<string, string>
    representativeName: string
    representativeTitle: string
    terms: Terms
  },
): Promise<void> {
  await tx
    .updateTable('agreements.agreement')
    .set({
      variables: JSON.stringify(change.variables),
      terms: JSON.stringify(change.terms),
      representative_name: change.representativeName,
      representative_title: change.representativeTitle,
    })
    .where('id', '=', id)
    .execute()
}

/**
 * Appends acts to a locked agreement and brings the derived standing up to date. Returns the agreement as it is
 * then. The order of `acts` is the order of their ranks.
 */
export async function recordActs(
  tx: Database,
  agreement: Agreement,
  acts: readonly Act[],
  recorded: { at: Instant; by: PersonId | null },
): Promise<Agreement> {
  const first = (agreement.acts.at(-1)?.seq ?? 0) + 1
  const stored = acts.map((act, index): StoredAct => {
    const id = act.id ?? newId<'act'>()
    return { ...act, id, seq: first + index, recordedAt: recorded.at }
  })
  await tx
    .insertInto('agreements.act')
    .values(stored.map((act) => ({ ...rowOf(act), agreement_id: agreement.id, recorded_by: recorded.by })))
    .execute()
  const after = { ...agreement, acts: [...agreement.acts, ...stored] }
  await refreshStanding(tx, after)
  if (endMoves(agreement, after))
    await enqueue(tx, endMoved, { agreement: agreement.id }, { once: agreement.id })
  await saveAgenda(tx, [after], { today: dayOf(recorded.at), now: recorded.at })
  return after
}

/** The queue of what follows an agreement's end, or that of one of its places, when an act moves it. */
export const endMoved = { name: 'agreements/follow-end' } as const

function endMoves(before: Agreement, after: Agreement): boolean {
  const ends = ({ terms, acts }: Agreement) =>
    JSON.stringify([standing(terms, acts), placeStandings(terms, acts)])
  return standing(before.terms, before.acts).from !== null && ends(before) !== ends(after)
}

/** Recomputes what is derived from the acts: the agreement's own days, and those of each listed place. */
export async function refreshStanding(tx: Database, agreement: Agreement): Promise<void> {
  const { from, until } = standing(agreement.terms, agreement.acts)
  await saveStanding(tx, { id: agreement.id, networkId: agreement.networkId, from, until })
  await saveCovers(tx, agreement)
}

/** One statement for the whole annex, frozen by the first signature. Before, a draft has no place among its acts. */
async function saveCovers(tx: Database, { id, terms, acts }: Agreement): Promise<void> {
  const labels = new Map(labelEnds(terms, acts).map((end) => [end.place, end]))
  const rows = placeStandings(terms, acts).map(({ place, from, until }) => ({
    agreement_id: id,
    place_id: place as Id<'place'>,
    from_day: from,
    until_day: until,
    label_until_day: labels.get(place)?.until ?? null,
    label_outcome: labels.get(place)?.outcome ?? null,
  }))
  if (acts.some(({ supersedes }) => supersedes !== undefined)) {
    await forgetCovers(
      tx,
      id,
      rows.map(({ place_id }) => place_id),
    )
  }
  if (rows.length === 0) return
  await tx
    .insertInto('agreements.place_cover')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['agreement_id', 'place_id']).doUpdateSet(({ ref }) => ({
        from_day: ref('excluded.from_day'),
        until_day: ref('excluded.until_day'),
        label_until_day: ref('excluded.label_until_day'),
        label_outcome: ref('excluded.label_outcome'),
      })),
    )
    .execute()
}

/** A corrected act may leave a place that it had brought: nothing covers it any more. */
async function forgetCovers(tx: Database, id: AgreementId, kept: readonly Id<'place'>[]): Promise<void> {
  await tx
    .updateTable('agreements.place_cover')
    .set({ from_day: null, until_day: null, label_until_day: null, label_outcome: null })
    .where('agreement_id', '=', id)
    .$if(kept.length > 0, (query) => query.where('place_id', 'not in', [...kept]))
    .execute()
}

async function saveStanding(
  tx: Database,
  { id, networkId, from, until }: Pick<Agreement, 'id' | 'networkId'> & ReturnType<typeof standing>,
): Promise<void> {
  const days = { from_day: from, until_day: until }
  await tx
    .insertInto('agreements.standing')
    .values({ agreement_id: id, network_id: networkId, ...days })
    .onConflict((conflict) => conflict.column('agreement_id').doUpdateSet(days))
    .execute()
}

async function nextReference(
  tx: Database,
  network: AgreementRow['network_id'],
  year: string,
): Promise<string> {
  // An advisory lock: the row of the network is already shared by the partner just added, and locking it deadlocks.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agreements.reference:${network}`}, 0))`.execute(
    tx,
  )
  const { count } = await tx
    .selectFrom('agreements.agreement')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('network_id', '=', network)
    .where('reference', 'like', `${year}-%`)
    .executeTakeFirstOrThrow()
  return `${year}-${String(count + 1).padStart(4, '0')}`
}

/** Partners reach the agreements they are party to, once shown to them; the head reaches all of its network. */
export function withinReach<O>(
  query: SelectQueryBuilder<DB, 'agreements.agreement', O>,
  reach: Reach,
): SelectQueryBuilder<DB, 'agreements.agreement', O> {
  if (reach.kind === 'nobody') return query.where((is) => is.lit(false))
  const inNetwork = query.where('agreements.agreement.network_id', '=', reach.network)
  if (reach.kind === 'all') return inNetwork
  if (reach.organisations.length === 0) return inNetwork.where((is) => is.lit(false))
  return inNetwork
    .where('agreements.agreement.partner_id', 'in', reach.organisations)
    .where((is) => is.or([is('agreements.agreement.shared_at', 'is not', null), is.exists(signedActs())]))
}

/** A draft is the head's alone until it is shared; an agreement with an act is no draft any more. */
function signedActs() {
  return expressionBuilder<DB, 'agreements.agreement'>()
    .selectFrom('agreements.act')
    .select('agreements.act.id')
    .whereRef('agreements.act.agreement_id', '=', 'agreements.agreement.id')
}

/** One query for the acts and one for the names, whatever the number of agreements. */
export async function withActs(db: Database, rows: readonly AgreementRow[]): Promise<Agreement[]> {
  if (rows.length === 0) return []
  const acts = await db
    .selectFrom('agreements.act')
    .selectAll()
    .where(
      'agreement_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('seq')
    .execute()
  const partners = await organisationNames(
    db,
    rows.map((row) => row.partner_id),
  )
  const actsOf = Map.groupBy(acts, (act) => act.agreement_id)
  return rows.map((row) => ({
    id: row.id,
    networkId: row.network_id,
    reference: row.reference,
    templateId: row.template_id,
    templateVersion: row.template_version,
    terms: row.terms as Terms,
    variables: row.variables as Record<string, string>,
    partner: { id: row.partner_id, name: partners.get(row.partner_id) ?? '' },
    representative: { name: row.representative_name, title: row.representative_title },
    createdAt: row.created_at,
    acts: (actsOf.get(row.id) ?? []).map(actOf),
  }))
}

function rowOf({ id, seq, recordedAt, type, occurredOn, at, supersedes, ...payload }: StoredAct) {
  return {
    id: id as ActRow['id'],
    seq,
    type,
    occurred_on: at ? null : (occurredOn ?? null),
    occurred_at: at ?? null,
    recorded_at: recordedAt,
    payload: JSON.stringify(payload),
    supersedes: (supersedes ?? null) as ActRow['supersedes'],
  }
}

/** What `rowOf` wrote: the payload was typed when it was recorded, and rows never change. */
function actOf(row: ActRow): StoredAct {
  return {
    ...(row.payload as object),
    id: row.id,
    seq: row.seq,
    type: row.type,
    recordedAt: row.recorded_at,
    ...(row.supersedes && { supersedes: row.supersedes }),
    ...(row.occurred_on && { occurredOn: row.occurred_on }),
    ...(row.occurred_at && { at: row.occurred_at, occurredOn: dayOf(row.occurred_at) }),
  } as unknown as StoredAct
}
