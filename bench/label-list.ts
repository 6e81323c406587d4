import { sql } from 'kysely'
import { allJobs } from '../src/jobs.ts'
import { day } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import { isRefusal } from '../src/kernel/refusal.ts'
import { anAgreementInForce } from '../src/modules/agreements/testing.ts'
import { aMandate } from '../src/modules/identity/testing-organisations.ts'
import {
  addCharterSignature,
  addPlaceList,
  addToList,
  hashOf,
  type PlaceListId,
} from '../src/modules/labels/data/bulk/place-lists.store.ts'
import { folded } from '../src/modules/labels/domain/bulk/list-table.ts'
import { matchLines } from '../src/modules/labels/domain/bulk/match-lines.ts'
import { aLabelByList } from '../src/modules/labels/testing-bulk.ts'
import { aHeadWhoSigns } from '../src/modules/labels/testing-decisions.ts'
import { decideList } from '../src/modules/labels/use-cases/bulk/decide-list.ts'
import { type PlaceToMatch, placesToMatch } from '../src/modules/places/index.ts'
import type { Context } from '../src/platform/context.ts'
import { installJobs } from '../src/platform/jobs/install.ts'
import { type National, p95, report, withNational } from './national.ts'

// LAB-56: one decision for a list of 2,000 places, its awards in the same transaction; and what comes before it, the file of
// 2,000 lines beside a directory of 15,000 places.

const PLACES = 15_000
const LINES = 2_000
const TIMES = 5
const START = day('2026-01-01')

await withNational(async (national) => {
  const { signInPool } = national.services
  await installJobs(
    signInPool,
    allJobs.map(({ name }) => name),
  )
  const context = contextOf(national)
  const head = await aHeadWhoSigns(context)
  const directory = await placesToMatch(national.db, national.network)
  matching(directory)
  const times: number[] = []
  let statements = 0
  for (let turn = 0; turn < TIMES; turn += 1) {
    const places = directory.slice(turn * LINES, (turn + 1) * LINES)
    const list = await aList(context, places, `essai-${turn}`)
    const before = { time: performance.now(), statements: national.statements() }
    const decided = await decideList({ ...context, db: national.services.db }, list, {
      signer: { mandateId: head.mandate, delegationId: head.delegation },
      ...{ decidedOn: context.today, effectFrom: context.today, reasons: '', remedies: '' },
      seen: `${LINES}-0-0`,
    })
    if (isRefusal(decided)) throw new Error(JSON.stringify(decided))
    times.push(performance.now() - before.time)
    statements = national.statements() - before.statements
  }
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from labels.award`.execute(
    national.db,
  )
  report('bulk decision, awards made', (rows[0]?.count ?? 0) / TIMES, 'awards')
  report(`bulk decision of ${LINES} lines`, p95(times), 'ms, p95')
  report(`bulk decision of ${LINES} lines`, statements, 'statements')
}, PLACES)

function matching(directory: readonly PlaceToMatch[]): void {
  const lines = directory.slice(0, LINES).map(({ name, commune, postalCode }, rank) => ({
    ...{ line: rank + 2, ref: '', name: folded(name), commune, postalCode: postalCode ?? '', pivot: '' },
  }))
  const start = performance.now()
  const matched = matchLines(lines, directory, () => null)
  report(`matching ${LINES} lines with ${directory.length} places`, performance.now() - start, 'ms')
  report('lines understood', matched.filter(({ outcome }) => outcome.kind !== 'unknown').length, 'lines')
}

/** A list whose charter is signed, under an agreement that lists none of its places. */
async function aList(context: Context, places: readonly PlaceToMatch[], code: string): Promise<PlaceListId> {
  const { db, network, now } = context
  const recorded = { at: now, by: null }
  const agreement = await anAgreementInForce(context, START, { partner: `Partenaire ${code}` })
  const { partner_id } = await db
    .selectFrom('agreements.agreement')
    .select('partner_id')
    .where('id', '=', agreement)
    .executeTakeFirstOrThrow()
  const version = await aLabelByList(context, { code })
  const list = await addPlaceList(
    db,
    {
      ...{ networkId: network.id, schemeId: version.scheme.id, versionId: version.id },
      ...{ partnerId: partner_id, agreementId: agreement, addsTo: null },
      ...{ committee: 'Comité', metOn: START, minutes: 'Compte rendu', minutesFile: null },
    },
    recorded,
  )
  const ids = places.map(({ id }) => id)
  await addToList(
    db,
    list,
    ids.map((id) => ({ id, origin: 'file' as const })),
    recorded,
  )
  const signer = { signerName: 'Odile Marchand', signerTitle: 'maire', signedOn: START }
  const mandateId = await aMandate(context, partner_id)
  const signature = {
    text: 'Charte',
    listSha256: hashOf(ids),
    places: ids.length,
    mandateId,
    delegationId: null,
  }
  await addCharterSignature(db, list, { ...signature, ...signer }, recorded)
  return list
}

function contextOf({ db, network, services: { clock } }: National): Context {
  return {
    db,
    today: clock.today(),
    now: clock.now(),
    actor: { kind: 'system' },
    network: {
      ...{ id: network, slug: 'mesure', name: 'Mesure', headName: 'Tête fictive', tagline: '', base: '' },
      ...{ themeSheet: '', host: null, logo: null },
    },
    reach: { kind: 'all', network },
    requestId: newId(),
    origin: null,
    journalled: new Set(),
  }
}
