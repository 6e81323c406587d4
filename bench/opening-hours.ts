import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { addDays } from '../src/kernel/day.ts'
import { hoursCompiler, hoursFrom } from '../src/modules/places/domain/hours/compile-hours.ts'
import { openState } from '../src/modules/places/domain/hours/open-state.ts'
import { calendarOfPlace } from '../src/modules/places/domain/hours/place-holidays.ts'
import { readRules } from '../src/modules/places/domain/hours/rules.ts'
import { systemClock } from '../src/platform/clock.ts'
import { root } from '../src/platform/root.ts'
import { report } from './national.ts'

// DIR-92: every distinct text of the consolidated file read and worked out for 400 days, then 100,000 places asked if they
// are open.

const national = join(root, '../shared/data/places/national-consolide-standard-1.0.2.csv')

if (existsSync(national)) measure()
else console.error('Données réelles absentes (../shared/data/places) : cette mesure est sautée.')

function measure(): void {
  const rows: { horaires: string }[] = parse(readFileSync(national), { columns: true, bom: true })
  const texts = [...new Set(rows.map(({ horaires }) => horaires).filter((text) => text !== ''))]
  const today = systemClock.today()
  const start = performance.now()
  const compile = hoursCompiler(calendarOfPlace('35'), today)
  const compiled = texts.flatMap((text) => {
    const rules = readRules(text)
    return rules ? [compile(rules)] : []
  })
  report('directory.hours.compile, distinct texts', performance.now() - start, 'ms')
  report('directory.hours.read', compiled.length / texts.length, 'ratio')
  const asked = performance.now()
  let open = 0
  for (let place = 0; place < 100_000; place += 1) {
    const hours = compiled[place % compiled.length]
    const now = { day: addDays(today, place % 7), minute: 600 }
    if (hours && openState((on) => hoursFrom(hours, on), now).state === 'open') open += 1
  }
  report('directory.hours.opennow.100k, one by one', performance.now() - asked, 'ms')
  report('directory.hours.opennow.100k, open', open, 'places')
}
