import type { Day } from '../../../../kernel/day.ts'
import { parseDay } from '../../../../kernel/day.ts'
import { NO_SUCH_DAY } from '../../../../platform/http/fields.ts'
import type { FormState, Problem } from '../../../../platform/http/form.ts'
import type { Supposition } from '../../domain/supposed-acts.ts'
import type { Terms } from '../../domain/terms.ts'
import { isSimulatedAct } from './what-if-wording.ts'

const NAMES = ['acte', 'partie', 'date', 'autre', 'ans', 'fin'] as const

/** What the address asks to try; nothing was chosen yet: no problem and no supposition. */
export function suppositionsIn(
  query: (name: string) => string | undefined,
  { parties }: Terms,
): { state: FormState; suppositions: Supposition[] } {
  const values = Object.fromEntries(NAMES.map((name) => [name, query(name)?.trim() ?? '']))
  const { acte = '', partie = '', date = '', autre = '', ans = '', fin = '' } = values
  if ([date, autre, ans, fin].every((value) => value === ''))
    return {
      state: { values: { ...values, partie: partie || (parties[0] ?? '') }, problems: [] },
      suppositions: [],
    }
  const problems: Problem[] = []
  const read = (field: string, text: string): Day | null => {
    const found = parseDay(text)
    if (!found) problems.push({ field, message: NO_SUCH_DAY })
    return found
  }
  const days = [read('date', date), autre === '' ? null : read('autre', autre)].filter((day) => day !== null)
  const make = suppose(acte, { partie, ans, fin }, parties, problems)
  const suppositions = problems.length === 0 && make ? days.map(make) : []
  return { state: { values, problems }, suppositions }
}

type Making = ((on: Day) => Supposition) | null

function suppose(
  act: string,
  { partie, ans, fin }: { partie: string; ans: string; fin: string },
  parties: readonly string[],
  problems: Problem[],
): Making {
  const wrong = (field: string, message: string) => {
    problems.push({ field, message })
    return null
  }
  if (!isSimulatedAct(act)) return wrong('acte', 'Choisissez l’acte à essayer.')
  if (act === 'reconduction') {
    const years = /^\d{1,2}$/.test(ans) ? Number(ans) : 0
    if (years === 0)
      return wrong('ans', 'La durée de la reconduction est obligatoire : indiquez un nombre d’années.')
    return (on) => ({ act: 'renewal', years, on })
  }
  if (act === 'duree') {
    const newLastDay = parseDay(fin)
    if (!newLastDay) return wrong('fin', 'Indiquez le nouveau dernier jour, ainsi : 17/06/2026.')
    return (on) => ({ act: 'duration', newLastDay, on })
  }
  if (!parties.includes(partie)) return wrong('partie', 'Choisissez la partie qui envoie la lettre.')
  const kind = act === 'denonciation' ? 'denunciation' : 'termination'
  return (on) => ({ act: kind, by: partie, on })
}
