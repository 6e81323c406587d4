import { addDays, addYears, type Day } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import type { Act } from '../src/modules/agreements/domain/acts.ts'
import { standing } from '../src/modules/agreements/domain/standing.ts'
import { REFERENCE_TERMS } from '../src/modules/agreements/templates/reference-templates.ts'
import type { Clock } from '../src/platform/clock.ts'
import type { Database } from '../src/platform/db/database.ts'
import type { NetworkId } from '../src/platform/session/actor.ts'

const BATCH = 1000
/** Signed up to nine years ago: first periods, renewals, and one in ten denounced. */
const DAYS_BACK = 3300

/** Agreements in force, renewed and denounced, each with one place, as the acts of a person would leave them. */
export async function addNationalAgreements(
  db: Database,
  network: NetworkId,
  clock: Clock,
  count: number,
): Promise<void> {
  const terms = REFERENCE_TERMS['normandie-connectee']
  if (!terms) throw new Error('the reference terms are missing')
  const places = await db
    .selectFrom('places.place')
    .select('id')
    .where('network_id', '=', network)
    .limit(count)
    .execute()
  const at = clock.now()
  for (let from = 0; from < places.length; from += BATCH) {
    const batch = places.slice(from, from + BATCH).map(({ id }, index) => ({
      id: newId<'agreement'>(),
      partner: newId<'organisation'>(),
      place: id,
      number: from + index + 1,
      acts: actsOf(from + index, id, clock.today()),
    }))
    await db
      .insertInto('identity.organisation')
      .values(
        batch.map(({ partner, number }) => ({
          id: partner,
          network_id: network,
          name: `Structure fictive ${number}`,
          kind: 'association',
          created_at: at,
        })),
      )
      .execute()
    await db
      .insertInto('agreements.agreement')
      .values(
        batch.map(({ id, partner, number }) => ({
          id,
          network_id: network,
          reference: `N-${String(number).padStart(5, '0')}`,
          template_id: 'normandie-connectee',
          template_version: 1,
          terms: JSON.stringify(terms),
          partner_id: partner,
          representative_name: 'Personne fictive',
          representative_title: 'présidence',
          created_at: at,
        })),
      )
      .execute()
    await db
      .insertInto('agreements.act')
      .values(
        batch.flatMap(({ id, acts }) =>
          acts.map(({ type, occurredOn, ...payload }, index) => ({
            id: newId<'act'>(),
            agreement_id: id,
            seq: index + 1,
            type,
            occurred_on: occurredOn ?? null,
            recorded_at: at,
            payload: JSON.stringify(payload),
          })),
        ),
      )
      .execute()
    const standings = batch.map(({ id, place, acts }) => ({ id, place, ...standing(terms, acts) }))
    await db
      .insertInto('agreements.standing')
      .values(
        standings.map(({ id, from, until }) => ({
          agreement_id: id,
          network_id: network,
          from_day: from,
          until_day: until,
        })),
      )
      .execute()
    await db
      .insertInto('agreements.place_cover')
      .values(
        standings.map(({ id, place, from, until }) => ({
          agreement_id: id,
          place_id: place,
          sub_list: 'liste_lieux_epn',
          from_day: from,
          until_day: until,
        })),
      )
      .execute()
  }
}

function actsOf(number: number, place: string, today: Day): Act[] {
  const signed = addDays(today, -(number % DAYS_BACK) - 1)
  const acts: Act[] = [
    { type: 'place_listed', place },
    { type: 'signature', party: 'cocontractant', occurredOn: addDays(signed, -7) },
    { type: 'signature', party: 'region', occurredOn: signed },
  ]
  const denouncedOn = addYears(signed, 1)
  if (number % 10 === 0 && denouncedOn <= today) {
    acts.push({
      type: 'registered_letter_sent',
      purpose: 'denunciation',
      from: 'cocontractant',
      occurredOn: denouncedOn,
    })
  }
  return acts
}
