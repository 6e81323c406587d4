import { newId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addDistinction } from '../../data/duplicates/distinctions.store.ts'
import { decideHeldRow, type HeldRow, heldRow, ignoreRow } from '../../data/imports/held-rows.store.ts'
import { updatePlaces } from '../../data/imports/import.changes.ts'
import { withSourceLock } from '../../data/imports/import.lock.ts'
import { createPlaces, numberSlugs, rememberChanges } from '../../data/imports/import.publication.ts'
import { forgetStagedRows, type Scope } from '../../data/imports/import.staging.ts'
import { findImport, lastAppliedOf } from '../../data/imports/import.store.ts'
import { tieCreatedPlaces } from '../../data/imports/own-rows.ts'
import {
  fingerprintKnown,
  isBelievedMore,
  stageSettled,
  tieToPlace,
} from '../../data/imports/settled-rows.ts'
import { SAID_OF_A_ROW } from '../../domain/duplicates/reasons.ts'
import { type HeldDecision, type ImportId, separateId, slugOf, stepOf } from '../../domain/imports/import.ts'
import type { PlaceFields, PlaceId } from '../../domain/place.ts'

/** What may be done of a row that waits, after why it waits. DIR-35, DIR-36. */
export const DECISIONS: Readonly<Record<HeldRow['why'], readonly HeldDecision[]>> = {
  match: ['same', 'separate', 'ignore'],
  'id-repeated': ['replace', 'separate', 'ignore'],
  refused: [],
}

export type DecisionRefusal =
  | 'no-such-row'
  | 'decided-meanwhile'
  | 'not-published'
  | 'overtaken'
  | 'not-offered'
  | 'no-place'
  | 'import-running'

/**
 * Somebody says what a held row is: it is written at once, under the import it came with. A row of an import that is not
 * published, or that a later file of its source overtook, waits no more.
 */
export async function decideRow(
  context: Context,
  { run, line, decision }: { run: ImportId; line: number; decision: HeldDecision },
): Promise<HeldRow | Refusal<DecisionRefusal>> {
  const { db, network, reach } = context
  const found = await findImport(db, reach, run)
  if (!found) return refuse('no-such-row')
  return withSourceLock(db, network.id, found.source, () =>
    inTransaction<HeldRow | Refusal<DecisionRefusal>>(db, async (tx) => {
      const row = await rowToDecide(context, tx, { run, line, decision })
      if (isRefusal(row)) return row
      const by = personOf(context.actor)?.personId ?? null
      if (!(await decideHeldRow(tx, row, { decision, by, now: context.now })))
        return refuse('decided-meanwhile')
      await settle(context, tx, row, decision)
      if (found.organisation)
        await tieCreatedPlaces(tx, scopeOf(context, row), found.organisation.id, context)
      await writeJournal(tx, context, 'import.row-decided', run, { source: row.source, line, decision })
      return row
    }),
  )
}

async function rowToDecide(
  { reach }: Context,
  tx: Database,
  { run, line, decision }: { run: ImportId; line: number; decision: HeldDecision },
): Promise<HeldRow | Refusal<DecisionRefusal>> {
  const row = await heldRow(tx, reach, run, line)
  const found = await findImport(tx, reach, run)
  if (!row || !found) return refuse('no-such-row')
  if (stepOf(found) !== 'applied') return refuse('not-published')
  if ((await lastAppliedOf(tx, reach, found.source))?.id !== run) return refuse('overtaken')
  if (row.decision !== null) return refuse('decided-meanwhile')
  if (!DECISIONS[row.why].includes(decision)) return refuse('not-offered')
  return decision === 'same' && !row.place ? refuse('no-place') : row
}

function scopeOf({ network }: Context, { run, source }: HeldRow): Scope {
  return { run, network: network.id, source }
}

async function settle(context: Context, tx: Database, row: HeldRow, decision: HeldDecision): Promise<void> {
  const scope = scopeOf(context, row)
  const { externalId, fingerprint } = row
  const judgement = { by: personOf(context.actor)?.personId ?? null, now: context.now }
  if (decision === 'ignore') return ignoreRow(tx, scope, row, judgement)
  if (decision === 'same' && row.place) {
    const isBelieved = await isBelievedMore(tx, scope, row.place.id)
    await tieToPlace(tx, scope, { externalId, placeId: row.place.id, isBelieved })
  }
  if (decision === 'replace') {
    const former = await fingerprintKnown(tx, scope, externalId)
    if (former && former !== fingerprint)
      await ignoreRow(tx, scope, { externalId, fingerprint: former }, judgement)
  }
  const isCreated = decision === 'separate'
  const placeId = newId<'place'>()
  await stageSettled(tx, scope, {
    line: row.line,
    outcome: isCreated ? 'create' : 'update',
    // A row whose id is its own keeps it.
    externalId: isCreated && row.why === 'id-repeated' ? separateId(externalId, row.placeKey) : externalId,
    placeId,
    slug: slugOf(namesOf(row)),
  })
  const slice = { from: row.line - 1, to: row.line }
  if (isCreated) {
    await numberSlugs(tx, scope)
    await createPlaces(tx, scope, slice, context)
    if (row.place) await distinguish(context, tx, [placeId, row.place.id])
  } else {
    await updatePlaces(tx, scope, slice, context)
    await rememberChanges(tx, scope, slice)
  }
  await forgetStagedRows(tx, row.run)
}

/** « C’est un autre lieu »: the pair is not proposed again. DIR-46. */
function distinguish(
  { network, now, actor }: Context,
  tx: Database,
  places: [PlaceId, PlaceId],
): Promise<void> {
  const by = personOf(actor)?.personId ?? null
  return addDistinction(tx, network.id, { places, reason: SAID_OF_A_ROW }, { at: now, by })
}

function namesOf({ fields }: HeldRow): PlaceFields {
  return {
    name: fields.name,
    inseeCode: fields.insee_code ?? null,
    postalCode: fields.postal_code ?? null,
  } as PlaceFields
}
