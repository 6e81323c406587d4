const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const SPAN = /(\d{1,2})\s*[h:.]\s*(\d{2})?(?::00)?\s*(?:-|–|à|a|\/)\s*(\d{1,2})\s*[h:.]\s*(\d{2})?(?::00)?/gi

/**
 * Seven cells, one a day (« 09:00 - 12:00 / 13:30 - 17:00 », « 9h-12h »), as OSM opening hours: days alike are written once.
 * What is no time is not guessed: the day is left out.
 */
export function hoursOfDays(cells: readonly string[]): string {
  const byHours = new Map<string, string[]>()
  for (const [index, cell] of cells.entries()) {
    const hours = spansOf(cell)
    if (hours !== '') byHours.set(hours, [...(byHours.get(hours) ?? []), DAYS[index] ?? ''])
  }
  return [...byHours].map(([hours, days]) => `${daysText(days)} ${hours}`).join('; ')
}

const ONE_TIME = /^\s*\d{1,2}\s*[h:.]\s*(\d{2})?(:00)?\s*$/i

/** The cells of one day as one: the opening and the closing make a span, the morning and the afternoon follow each other. */
export function oneDay(cells: readonly string[]): string {
  const spans: string[] = []
  let opening: string | null = null
  for (const cell of cells) {
    if (!ONE_TIME.test(cell)) spans.push(cell)
    else if (opening === null) opening = cell
    else {
      spans.push(`${opening}-${cell}`)
      opening = null
    }
  }
  return spans.filter((span) => span.trim() !== '').join(' / ')
}

const ENGLISH_TIME = /(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\b\.?/gi

/** « 5:30 PM » is 17:30. */
function inTwentyFour(text: string): string {
  return text.replace(ENGLISH_TIME, (_, hours: string, minutes: string | undefined, half: string) => {
    const late = half.toLowerCase() === 'p' ? 12 : 0
    return time(String((Number(hours) % 12) + late), minutes)
  })
}

function spansOf(cell: string): string {
  return [...inTwentyFour(cell).matchAll(SPAN)]
    .map(([, from, fromMinutes, to, toMinutes]) => `${time(from, fromMinutes)}-${time(to, toMinutes)}`)
    .join(',')
}

function time(hours = '', minutes = '00'): string {
  return `${hours.padStart(2, '0')}:${minutes}`
}

/** `Mo-Fr`, `Mo,We`: three days in a row or more make a range. */
function daysText(days: readonly string[]): string {
  const runs: string[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && DAYS.indexOf(day) === DAYS.indexOf(run.at(-1) ?? '') + 1) run.push(day)
    else runs.push([day])
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(','))).join(',')
}
