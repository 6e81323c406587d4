import './node-version.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { JOBS_SCHEMA } from '../src/platform/jobs/install.ts'
import { Installation } from '../tests/browser/app.ts'
import { enterAs } from '../tests/browser/reading.ts'
import { buildIfStale } from './build.ts'
import { type Picture, TODAY } from './guide-images/picture.ts'
import { PICTURES } from './guide-images/pictures.ts'
import { ensureTools } from './test-tools.ts'

// npm run guide:images [-- NAME…]: takes again the pictures of the guides, on installations of its own.

const PRODUCTION = {
  MAILLAGE_MODE: 'production',
  MAILLAGE_TODAY: '',
  MAILLAGE_SECRET: Buffer.from('the secret of one picture alone, long enough').toString('base64'),
  BASE_URL: 'https://reseau.example',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'reseau@reseau.example',
}

async function takeAll(browser: Browser, names: readonly string[], isFirstRun: boolean): Promise<void> {
  if (names.length === 0) return
  const installation = await Installation.create()
  try {
    await installation.startOn(TODAY, () => (isFirstRun ? PRODUCTION : {}))
    await finishJobs(installation)
    const entered: Sessions = new Map()
    for (const name of names) await takeOne(browser, installation, entered, name)
  } finally {
    await installation.remove()
  }
}

/** What the demonstration left to do changes its pages: dates followed, letters written, people told. */
async function finishJobs(installation: Installation): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const [due] = await installation.query(
      `select 1 from ${JOBS_SCHEMA}.job where state < 'completed' and start_after <= now() limit 1`,
    )
    if (!due) return
    await pause(500)
  }
  throw new Error('the demonstration still has jobs to do')
}

/** Each person signs in once: the product slows down whoever does so too often. */
type Sessions = Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>

async function takeOne(
  browser: Browser,
  installation: Installation,
  entered: Sessions,
  name: string,
): Promise<void> {
  const picture = PICTURES[name] as Picture
  const { who, width = 1280, height = 900 } = picture
  const storageState = entered.get(who ?? '')
  const page = await browser.newPage({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width, height },
    ...(storageState && { storageState }),
  })
  if (!storageState) await enter(page, installation, picture)
  if (who) entered.set(who, await page.context().storageState())
  await picture.take(page, (path) => page.goto(installation.url + path))
  const clip = picture.isColumn && { clip: await columnOf(page, height) }
  await page.screenshot({ path: `docs/guide/images/${name}.png`, ...clip })
  await page.close()
  console.log(`docs/guide/images/${name}.png`)
}

async function enter(
  page: Page,
  installation: Installation,
  { who, network = '', isFirstRun }: Picture,
): Promise<void> {
  if (who) await enterAs(page, `${installation.url}${network}`, who)
  const key = /\/premiers-pas\?cle=[\w-]+/.exec(installation.said)?.[0] ?? ''
  if (isFirstRun) await page.goto(installation.url + key)
}

/** The main column, with a little air on both sides. */
async function columnOf(page: Page, height: number) {
  const { x, width } = await page
    .getByRole('main')
    .evaluate((main) => main.getBoundingClientRect().toJSON() as DOMRect)
  return { x: x - 24, y: 0, width: width + 48, height }
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in PICTURES))
if (unknown.length > 0) throw new Error(`no such picture: ${unknown.join(', ')}`)
const names = asked.length > 0 ? asked : Object.keys(PICTURES)

ensureTools(['chromium'])
await buildIfStale()
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH || '/usr/bin/chromium' })
try {
  for (const isFirstRun of [false, true]) {
    const some = names.filter((name) => Boolean(PICTURES[name]?.isFirstRun) === isFirstRun)
    await takeAll(browser, some, isFirstRun)
  }
} finally {
  await browser.close()
}
