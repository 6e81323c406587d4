import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import { standardColumns } from '../../domain/standard/standard-columns.ts'
import { aGoodRow } from '../../domain/testing.ts'
import { useDirectory } from '../../testing-import.ts'
import { importFile } from './import-file.ts'
import { validateFile } from './validate-file.ts'

/** `FUZZ_ROWS=100000` for the whole of DIR-27; a build tries fewer, always the same. */
const ROWS = Number(process.env.FUZZ_ROWS ?? 2000)
const ROWS_PER_FILE = 50

/** The same sequence each time (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const NASTY = [
  '"',
  ',',
  ';',
  '\n',
  '\r\n',
  '\t',
  '\ufeff',
  '<script>',
  '=cmd()',
  'é',
  '\ud800',
  '|',
  '9e99',
  '-1',
  '1970-01-01',
  '00000000000000',
  '0null',
  'NaN',
  '{',
  '[',
  'x'.repeat(3000),
]

/** A file of good rows, some of whose bytes are no longer what they were. */
function spoilt(roll: (below: number) => number, file: number): Uint8Array {
  const rows = Array.from({ length: ROWS_PER_FILE }, (_, rank) => {
    const row = aGoodRow({ id: `${file}-${rank}`, nom: `Lieu ${file} ${rank}` })
    const column = standardColumns[roll(standardColumns.length)]
    const nasty = NASTY[roll(NASTY.length)] ?? ''
    return column ? { ...row, [column]: roll(2) === 0 ? nasty : `${row[column]}${nasty}` } : row
  })
  const isQuoted = roll(3) > 0
  const cell = (text: string) => (isQuoted ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = [
    standardColumns.join(','),
    ...rows.map((row) => standardColumns.map((name) => cell(row[name])).join(',')),
  ]
  const bytes = Buffer.from(lines.join('\n'))
  for (let turn = roll(4); turn > 0; turn -= 1) bytes[roll(bytes.length)] = roll(256)
  return roll(10) === 0 ? bytes.subarray(0, roll(bytes.length)) : bytes
}

describe('mutated rows (DIR-27)', () => {
  it('are read to the end or refused with a reason: nothing is thrown, whatever the bytes', {
    timeout: 600_000,
  }, async () => {
    const roll = dice(20260617)
    let read = 0
    let refused = 0
    for (let file = 0; file * ROWS_PER_FILE < ROWS; file += 1) {
      let told = 0
      const outcome = await validateFile(sourceOfBytes(spoilt(roll, file)), {
        ...{ today: '2026-06-17' as never, limit: 1e8 },
        onFinding: () => {
          told += 1
        },
      })
      if (isRefusal(outcome)) refused += 1
      else {
        read += outcome.read
        expect(Object.values(outcome.findings).reduce((sum, count) => sum + count, 0)).toBe(told)
        expect(outcome.accepted).toBeLessThanOrEqual(outcome.read)
      }
    }
    expect(read).toBeGreaterThan(ROWS / 3)
    expect(refused).toBeGreaterThan(0)
  })

  it('is true of bytes that are nothing at all', async () => {
    const roll = dice(7)
    for (let file = 0; file < 100; file += 1) {
      const bytes = Uint8Array.from({ length: roll(4000) }, () => roll(256))
      expect(
        isRefusal(await validateFile(sourceOfBytes(bytes), { today: '2026-06-17' as never, limit: 1e8 })),
      ).toBe(true)
    }
  })
})

describe('importing them', () => {
  const directory = useDirectory()

  it('writes every row it says, or none at all', { timeout: 1_800_000 }, async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'maillage-fuzz-')), 'lieux.csv')
    const roll = dice(42)
    let written = 0
    for (let file = 0; file * ROWS_PER_FILE < ROWS; file += 1) {
      await writeFile(path, spoilt(roll, 1000 + file))
      const outcome = await importFile(directory, directory.context(), path, `fuzz ${file}`)
      const places = await directory.places()
      expect(places).toHaveLength(isRefusal(outcome) ? 0 : outcome.created)
      expect(places.filter(({ latitude }) => latitude !== null && (latitude > 52 || latitude < -30))).toEqual(
        [],
      )
      if (!isRefusal(outcome)) {
        const { read, created, updated, unchanged, held, rejected } = outcome
        expect(created + updated + unchanged + held + rejected).toBe(read)
      }
      written += places.length
      // All are at the same address: each file would be compared with all of those before.
      await directory.database.db.deleteFrom('places.place').execute()
    }
    expect(written).toBeGreaterThan(ROWS / 3)
  })
})
