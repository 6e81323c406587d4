import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'

const TOOLS = ['pdfinfo', 'pdftotext', 'pdfsig', 'qpdf']

/** What a downloaded document must be, read with tools that are not ours. */
export interface ExpectedPdf {
  /** In its title, as a reader's window shows it. */
  title: string | RegExp
  /** On its pages. */
  words: readonly string[]
  /** How many valid seals it carries; none is asked for otherwise. */
  seals?: number
}

/** Downloads the document as that person, and reads it as an archivist would: structure, tags, title, words, seals. */
export async function expectPdf(page: Page, address: string, expected: ExpectedPdf): Promise<void> {
  const response = await page.request.get(address)
  expect(response.status(), address).toBe(200)
  const content = await response.body()
  expect(content.subarray(0, 5).toString(), address).toBe('%PDF-')
  const missing = TOOLS.filter((tool) => spawnSync(tool, ['--version']).error)
  if (missing.length > 0) {
    const why = `${missing.join(', ')} missing: the documents are not read by another program`
    if (process.env.CI === 'true') throw new Error(why)
    test.info().annotations.push({ type: 'skipped', description: why })
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'maillage-pdf-'))
  try {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, content)
    readWithTools(file, address, expected)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readWithTools(file: string, address: string, { title, words, seals = 0 }: ExpectedPdf): void {
  // What they mumble on the side about a lawful dictionary is not what is asked.
  const run = (tool: string, ...options: string[]) =>
    execFileSync(tool, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const about = run('pdfinfo', file)
  expect.soft(/^Tagged: +(.*)$/m.exec(about)?.[1], `${address} is tagged`).toBe('yes')
  expect.soft(/^Title: +(.*)$/m.exec(about)?.[1] ?? '', `${address} has its title`).toMatch(title)
  expect.soft(run('qpdf', '--check', file), address).toContain('No syntax or stream encoding errors')
  const text = plain(run('pdftotext', '-layout', file, '-'))
  for (const one of words) expect.soft(text, address).toContain(plain(one))
  if (seals > 0) {
    const said = run('pdfsig', '-nocert', file)
    expect.soft(said.match(/Signature is Valid/g)?.length ?? 0, `${address}: ${said}`).toBe(seals)
  }
}

/** Lines and no-break spaces are the layout's affair. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ')
}
