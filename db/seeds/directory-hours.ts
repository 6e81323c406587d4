import { addDays } from '../../src/kernel/day.ts'
import { editPlace, keepSearch, loadSchoolHolidays, type PlaceId } from '../../src/modules/places/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { PersonId } from '../../src/platform/session/actor.ts'
import { sure } from './sure.ts'

/** Two holidays around today, as a table says them: enough to see a week of holidays. */
function holidaysAround({ today }: Context): Uint8Array {
  const periods = [
    ['Vacances en cours', addDays(today, -40), addDays(today, -27)],
    ['Prochaines vacances', addDays(today, 10), addDays(today, 25)],
    ['Vacances suivantes', addDays(today, 70), addDays(today, 84)],
  ]
  const lines = periods.flatMap(([name, from, until]) => [`B;${name};${from};${until}`])
  return new TextEncoder().encode(`zone;nom;du;au\n${lines.join('\n')}\n`)
}

/**
 * Hours with a week of their own in the holidays of the schools, a closure announced with its reason; a search that the
 * manager keeps. DIR-52, DIR-65.
 */
export async function seedHours(
  context: Context,
  { places, manager }: { places: readonly PlaceId[]; manager: PersonId },
): Promise<void> {
  sure(await loadSchoolHolidays(context, holidaysAround(context), null))
  const [first, second] = places
  const week = 'Tu-Fr 09:00-12:30,14:00-18:00; Sa 09:00-12:00'
  const closure = `${osmDay(addDays(context.today, 5))}-${osmDay(addDays(context.today, 9))} off "inventaire et travaux"`
  if (first)
    sure(
      await editPlace(context, {
        id: first,
        typed: { openingHours: `${week}; SH Tu-Fr 14:00-17:00; SH Sa-Mo off; PH off; ${closure}` },
      }),
    )
  if (second)
    sure(await editPlace(context, { id: second, typed: { openingHours: `${week}; Th 14:00-20:00; PH off` } }))
  sure(
    await keepSearch(context, manager, {
      name: 'Gratuit, ouvert le samedi',
      asked: '?frais=gratuit&ouvert=samedi',
    }),
  )
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function osmDay(on: string): string {
  const [year, month, day] = on.split('-')
  return `${year} ${MONTHS[Number(month) - 1]} ${day}`
}
