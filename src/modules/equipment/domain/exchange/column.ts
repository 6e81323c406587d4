import { parseDay } from '../../../../kernel/day.ts'
import { dayOf, type Instant, instantAt, PARIS, timeOf } from '../../../../kernel/instant.ts'

/** One column of a file: how its cells are read and written, and what is said of it to whoever fills it. */
export interface Column<T> {
  /** As the file writes it. */
  readonly name: string
  /** In French: what to write. */
  readonly expected: string
  readonly example: string
  readonly isRequired: boolean
  /** The value of a cell that is not empty, or null when it is of another form. */
  readonly read: (cell: string) => T | null
  readonly write: (value: T) => string
  /** What an empty cell says. */
  readonly empty: T
}

export type Columns = Readonly<Record<string, Column<never>>>

/** What one row of a table says: only the columns its file has. */
export type ValuesOf<C> = { -readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never }

type Told = Pick<Column<never>, 'name' | 'expected' | 'example'> & { isRequired?: true }

const told = ({ isRequired, ...about }: Told) => ({ ...about, isRequired: isRequired === true })

/** What a spreadsheet leaves of a long number: its digits are lost, and are never guessed. STK-84. */
export function isRounded(cell: string): boolean {
  return /^\d([.,]\d+)?e\+\d{1,3}$|^\d[.,]\d+e\d{1,3}$/i.test(cell.trim())
}

export function text(about: Told, most: number): Column<string> {
  return {
    ...told(about),
    empty: '',
    read: (cell) => (cell.length <= most ? cell : null),
    write: (value) => value,
  }
}

/** A number or a code that names a thing. */
export function identifier(about: Told, most: number): Column<string> {
  return { ...text(about, most), read: (cell) => (cell.length > most || isRounded(cell) ? null : cell) }
}

export function flag(about: Told, empty: boolean): Column<boolean> {
  return {
    ...told(about),
    empty,
    read: (cell) => {
      if (/^(oui|o|vrai|true|1|x)$/i.test(cell)) return true
      return /^(non|n|faux|false|0)$/i.test(cell) ? false : null
    },
    write: (value) => (value ? 'oui' : 'non'),
  }
}

export function whole<E extends number | null>(
  about: Told,
  [least, most]: readonly [number, number],
  empty: E,
): Column<number | E> {
  return {
    ...told(about),
    empty,
    read: (cell) => {
      const value = /^\d{1,9}$/.test(cell.replace(/\s/g, '')) ? Number(cell.replace(/\s/g, '')) : Number.NaN
      return value >= least && value <= most ? value : null
    },
    write: (value) => (value === null ? '' : String(value)),
  }
}

/** « 1 449,90 € » in cents. A spreadsheet may write 449.90000000000003. */
export function euros(about: Told): Column<number | null> {
  return {
    ...told(about),
    empty: null,
    read: (cell) => {
      const plain = cell.replace(/[\s€]/g, '').replace(',', '.')
      if (!/^\d{1,7}(\.\d{1,20})?$/.test(plain)) return null
      const cents = Number(plain) * 100
      return Math.abs(cents - Math.round(cents)) < 1e-6 ? Math.round(cents) : null
    },
    write: (value) =>
      value === null
        ? ''
        : `${Math.floor(value / 100)}${value % 100 === 0 ? '' : `,${String(value % 100).padStart(2, '0')}`}`,
  }
}

export function dayColumn(about: Told): Column<string | null> {
  return {
    ...told(about),
    empty: null,
    read: (cell) => parseDay(cell),
    write: (value) => (value === null ? '' : `${value.slice(8)}/${value.slice(5, 7)}/${value.slice(0, 4)}`),
  }
}

/** A local day, with its hour or without: `2026-06-17`, `2026-06-17 14:30`. */
export function moment(about: Told): Column<string> {
  return {
    ...told(about),
    empty: '',
    read: (cell) => {
      const found = /^(\S+)(?:[ T]+(\d{1,2})[:h](\d{2})(?::\d{2})?)?$/.exec(cell)
      const on = parseDay(found?.[1] ?? '')
      if (!found || !on) return null
      if (found[2] === undefined) return on
      const time = `${found[2].padStart(2, '0')}:${found[3]}`
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? `${on} ${time}` : null
    },
    write: (value) => value,
  }
}

/** One of these words, whatever its case and its accents. */
export function oneWordOf<T extends string>(
  about: Told,
  words: Readonly<Record<T, string>>,
  empty: NoInfer<T>,
): Column<T> {
  const entries = Object.entries(words) as [T, string][]
  return {
    ...told(about),
    empty,
    read: (cell) => entries.find(([, word]) => plain(word) === plain(cell))?.[0] ?? null,
    write: (value) => words[value],
  }
}

/** Several texts, a bar between them. */
export function several(about: Told, most: number): Column<readonly string[]> {
  return {
    ...told(about),
    empty: [],
    read: (cell) => {
      const list = cell
        .split('|')
        .map((one) => one.trim())
        .filter((one) => one !== '')
      return list.every((one) => one.length <= most) ? list : null
    },
    write: (list) => list.join(' | '),
  }
}

export interface Accessory {
  readonly label: string
  readonly expected: number
  readonly isCritical: boolean
}

const CRITICAL = ' (indispensable)'

/** « 2 × Manette | Chargeur (indispensable) ». */
export function accessories(about: Told): Column<readonly Accessory[]> {
  return {
    ...told(about),
    empty: [],
    read: (cell) => {
      const list = cell
        .split('|')
        .map((one) => one.trim())
        .filter((one) => one !== '')
        .map(accessoryOf)
      return list.every(({ label, expected }) => label !== '' && label.length <= 120 && expected > 0)
        ? list
        : null
    },
    write: (list) =>
      list
        .map(
          ({ label, expected, isCritical }) => `${expected} × ${label.trim()}${isCritical ? CRITICAL : ''}`,
        )
        .join(' | '),
  }
}

function accessoryOf(told: string): Accessory {
  const counted = /^(\d{1,3})\s*[×x]\s+(.*)$/su.exec(told)
  const rest = counted?.[2] ?? told
  const isCritical = rest.endsWith(CRITICAL)
  return {
    label: (isCritical ? rest.slice(0, -CRITICAL.length) : rest).trim(),
    expected: counted ? Number(counted[1]) : 1,
    isCritical,
  }
}

/** A moment of the desk's zone as an instant: noon when no hour is told. Null when clocks skip it, or show it twice. */
export function instantOf(told: string, zone: string = PARIS): Instant | null {
  const [on = '', time = '12:00'] = told.split(' ')
  const day = parseDay(on)
  return day && instantAt(day, time, zone)
}

export function momentOf(at: Instant, zone: string = PARIS): string {
  return `${dayOf(at, zone)} ${timeOf(at, zone)}`
}

export function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
