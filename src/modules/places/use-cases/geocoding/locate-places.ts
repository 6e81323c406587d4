import { laterBy } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { loadCommunes } from '../../data/communes.ts'
import type { AskAddress } from '../../data/geocoding/address-service.ts'
import {
  forgetFailures,
  isPaused,
  keepAnswer,
  knownAnswer,
  type PlaceToLocate,
  pauseAfterFailure,
  placesToLocate,
  proposePoint,
} from '../../data/geocoding/geocoding.store.ts'
import { changePlace, lockPlace } from '../../data/life/place.store.ts'
import { askedAddress, fateOf, type Geocoded, pauseSeconds } from '../../domain/geocoding/judge-answer.ts'

const BATCH = 50

export interface Located {
  written: number
  proposed: number
  left: number
}

/**
 * Asks where the next places lie, fifty at a time; what was asked before is not asked again. A silent service is left
 * alone for a while, and nothing else waits for it. DIR-56.
 */
export async function locatePlaces(context: Pick<Context, 'db' | 'now'>, ask: AskAddress): Promise<Located> {
  const located: Located = { written: 0, proposed: 0, left: 0 }
  if (await isPaused(context.db, context.now)) return located
  for (const place of await placesToLocate(context.db, BATCH)) {
    const asked = askedAddress(place)
    const known = await knownAnswer(context.db, asked)
    const answer = known === undefined ? await ask(wordsOf(place), place.inseeCode) : known
    if (isRefusal(answer)) {
      await pauseAfterFailure(context.db, (failures) => laterBy(context.now, pauseSeconds(failures)))
      return located
    }
    if (known === undefined) await forgetFailures(context.db)
    located[await write(context, place, asked, answer)] += 1
  }
  return located
}

function wordsOf({ address, postalCode, commune }: PlaceToLocate): string {
  return [address, postalCode ?? '', commune].filter((part) => part !== '').join(' ')
}

async function write(
  { db, now }: Pick<Context, 'db' | 'now'>,
  place: PlaceToLocate,
  asked: string,
  answer: Geocoded | null,
): Promise<keyof Located> {
  const fate = answer ? fateOf(answer, place, presentCode) : 'leave'
  return inTransaction(db, async (tx) => {
    await keepAnswer(tx, asked, answer, now)
    const held = fate === 'write' ? await lockPlace(tx, place.networkId, place.id) : null
    if (answer && held && held.latitude === null) {
      const { latitude, longitude } = answer
      const point = { latitude, longitude, point_precision: 'street' }
      await changePlace(tx, held, point, { saidBy: 'source', by: null, at: now, act: 'located' })
      return 'written' as const
    }
    await proposePoint(tx, place, asked, { at: now, isOpen: fate === 'propose' })
    return fate === 'propose' ? ('proposed' as const) : ('left' as const)
  })
}

function presentCode(code: string): string {
  return loadCommunes().byCode(code)?.commune.code ?? code
}
