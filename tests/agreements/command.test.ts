import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { differences, type ExpectedCase, readCases } from './case-matching.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const here = (name: string) => new URL(name, import.meta.url)
const EXAMPLES = fileURLToPath(here('example-cases.json'))
const OWN = fileURLToPath(here('own-cases.json'))
const folder = mkdtempSync(join(tmpdir(), 'agreements-state-'))

const KEYS = [
  ...[
    'status',
    'endReason',
    'inForce',
    'enteredIntoForceOn',
    'missingSignatures',
    'period',
    'lastDayInForce',
  ],
  ...['amendmentRequestDeadline', 'amendments', 'amendmentRequests', 'formalNotices', 'disputes', 'labels'],
  ...['obligations', 'motions', 'minutes', 'communications', 'rejectedEvents', 'warnings'],
]

const WARNINGS = [
  ...['notice_runs_past_term', 'wrong_channel', 'no_denunciation_clause', 'no_termination_clause'],
  ...['renewal_incomplete', 'renewal_after_expiry', 'renewal_decided_not_signed'],
  ...['amendment_effective_after_end', 'premature_termination', 'label_scope_interpreted'],
  ...['receipt_presumed_from_first_presentation', 'delegation_not_valid_on_signature_date'],
]

interface Line {
  id: string
  answer?: Record<string, unknown>
  error?: { code: string; message: string }
}

describe('the example cases (AGR-111)', () => {
  const published = new URL('../../../shared/agreements/example-cases.json', import.meta.url)

  it('are the published ones', ({ skip }) => {
    const isAbsent = !existsSync(published) && process.env.CI !== 'true'
    skip(isAbsent, '../shared/agreements/example-cases.json is not there to compare with')
    const [copy, original] = [here('example-cases.json'), published].map((file) => readFileSync(file, 'utf8'))
    expect(JSON.parse(copy ?? '')).toEqual(JSON.parse(original ?? ''))
  })

  const lines = run([EXAMPLES]).lines
  it.each(
    readCases(here('example-cases.json')).map(
      (one, index) => [one.id, one.title, one, lines[index]] as const,
    ),
  )('%s %s', (_id, _title, one, line) => {
    expect(line?.id).toBe(one.id)
    expect(line?.error).toBeUndefined()
    expect(differences(one.expect, line?.answer ?? {})).toEqual([])
  })
})

describe('our own cases (AGR-111)', () => {
  const { lines, status, stderr } = run([OWN])
  const cases = readCases(here('own-cases.json'))

  it.each(cases.map((one, index) => [one.id, one.title, one, lines[index]] as const))(
    '%s %s',
    (_id, _title, one, line) => {
      expect(line?.id).toBe(one.id)
      expect(line?.error).toBeUndefined()
      expect(differences(one.expect, line?.answer ?? {})).toEqual([])
    },
  )

  it('are all answered, each with every key and no other (AGR-105, AGR-106)', () => {
    expect(status).toBe(0)
    expect(stderr).toBe('')
    expect(cases.length).toBeGreaterThanOrEqual(60)
    for (const { answer } of lines) expect(Object.keys(answer ?? {})).toEqual(KEYS)
  })
})

describe('the warnings of AGR-108', () => {
  it('are each raised by a case, and none has another name', () => {
    const raised = [EXAMPLES, OWN].flatMap((file) =>
      run([file]).lines.flatMap(({ answer }) => (answer?.warnings as string[] | undefined) ?? []),
    )
    expect([...new Set(raised)]).toEqual(expect.arrayContaining(WARNINGS))
    expect([...new Set(raised)].filter((code) => !WARNINGS.includes(code))).toEqual(['activity_after_end'])
  })
})

describe('the command (AGR-109)', () => {
  it('finds a relative path where npm was called, and answers the same in any zone (AGR-137)', () => {
    const path = relative(folder, EXAMPLES)
    const [utc, auckland] = ['UTC', 'Pacific/Auckland'].map((TZ) =>
      run([path], { TZ, INIT_CWD: folder, LC_ALL: 'tr_TR.UTF-8' }),
    )
    expect(utc?.stdout).toBe(auckland?.stdout)
    expect(utc?.lines).toHaveLength(15)
  })

  it('reports an unknown kind of act on its own line, and answers the others (AGR-138)', () => {
    const [first, second] = readCases(here('example-cases.json'))
    const file = variant((whole) => ({
      ...whole,
      cases: [{ ...first, events: [{ type: 'rumour' }] }, second],
    }))
    const { status, lines } = run([file])
    expect(status).toBe(2)
    expect(lines[0]?.error?.code).toBe('unknown_event_type')
    expect(lines[1]?.answer?.status).toBe('in_force')
  })

  it.each([
    ['unknown_template', { template: 'nowhere' }],
    ['invalid_terms', { overrides: { initialYears: 0 } }],
    ['invalid_terms', { overrides: { entry: 'fixed_date' } }],
    ['invalid_event', { events: [{ type: 'signature', party: 'etat', date: '2026-02-30' }] }],
    ['invalid_event', { events: [null] }],
    ['invalid_case', { query: { date: '31/12/2026' } }],
    ['invalid_case', { events: 'none' }],
  ])('says %s for %j', (code, change) => {
    const [first] = readCases(here('example-cases.json'))
    const { status, lines } = run([variant((whole) => ({ ...whole, cases: [{ ...first, ...change }] }))])
    expect(status).toBe(2)
    expect(lines[0]).toMatchObject({ id: 'X01', error: { code } })
  })

  it('applies the readings of the file (AGR-77, AGR-102)', () => {
    const lastDayOf = (profile: object) =>
      run([variant((whole) => ({ ...whole, profile, cases: whole.cases.filter(({ id }) => id === 'X02') }))])
        .lines[0]?.answer?.lastDayInForce
    expect(lastDayOf({})).toBe('2029-02-10')
    expect(lastDayOf({ termLastDay: 'anniversary_day' })).toBe('2029-02-11')
  })

  it('names the clause of a sum of months without an answer (AGR-88)', () => {
    const file = variant((whole) => ({
      ...whole,
      profile: { monthCount: 'reject_ambiguous' },
      cases: whole.cases.filter(({ id }) => id === 'X05' || id === 'X06'),
    }))
    const { status, lines } = run([file])
    expect(status).toBe(2)
    expect(lines.map(({ error }) => error?.code)).toEqual([undefined, 'ambiguous_date'])
    expect(lines[1]?.error?.message).toContain('Art. 8')
  })

  it('never looks at what is expected (AGR-110)', () => {
    const blind = variant((whole) => ({
      ...whole,
      cases: whole.cases.map(({ expect: _expect, title: _title, ...rest }) => rest),
    }))
    expect(run([blind]).stdout).toBe(run([EXAMPLES]).stdout)
  })

  it.each([
    ['no file named', [], 'Indiquez le fichier'],
    ['a file that is not there', ['nowhere.json'], 'illisible'],
    ['something else than JSON', [written('not json')], 'JSON'],
    ['another version', [variant((whole) => ({ ...whole, schemaVersion: 2 }))], 'version 1'],
    ['no case', [variant((whole) => ({ ...whole, cases: undefined }))], 'cases'],
    [
      'an unknown reading',
      [variant((whole) => ({ ...whole, profile: { anchor: 'moon' } }))],
      'anchor = moon',
    ],
    ['an unknown parameter', [variant((whole) => ({ ...whole, profile: { mood: 'good' } }))], 'mood'],
  ])('refuses %s, with a sentence and nothing on standard output', (_what, args, sentence) => {
    const { status, stdout, stderr } = run(args)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain(sentence)
  })

  it('answers 10,000 cases in one run (AGR-112)', () => {
    const file = variant((whole) => ({
      ...whole,
      cases: Array.from(
        { length: 10_000 },
        (_, n) => ({ ...whole.cases[n % 15], id: `N${n}` }) as ExpectedCase,
      ),
    }))
    const { lines, status } = run([file])
    expect(status).toBe(0)
    expect(lines.map(({ id }) => id)).toEqual(Array.from({ length: 10_000 }, (_, n) => `N${n}`))
  })
})

interface WholeFile {
  schemaVersion: number
  profile: unknown
  cases: ExpectedCase[]
}

function variant(change: (whole: WholeFile) => object): string {
  return written(JSON.stringify(change(JSON.parse(readFileSync(EXAMPLES, 'utf8')))))
}

function written(text: string): string {
  const path = join(mkdtempSync(join(folder, 'file-')), 'cases.json')
  writeFileSync(path, text)
  return path
}

function run(args: string[], env: Record<string, string> = {}) {
  const command = [...['--import', 'tsx'], join(root, 'scripts/agreements-state.ts'), ...args]
  const { INIT_CWD: _callers, ...inherited } = process.env
  const { stdout, stderr, status } = spawnSync(process.execPath, command, {
    cwd: root,
    env: { ...inherited, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const lines = stdout.split('\n').filter(Boolean)
  return { stdout, stderr, status, lines: lines.map((line) => JSON.parse(line) as Line) }
}
