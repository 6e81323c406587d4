import { buildIfStale } from '../../scripts/build.ts'
import { Installation } from './app.ts'

/** The days on which most stories begin: their demonstration is made once. */
const BEGINNINGS = ['2026-06-17', '2026-11-23']

/** The product as it is built, with its demonstration, for the tests that only read it. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildIfStale()
  const prepared: Installation[] = []
  for (const day of BEGINNINGS) prepared.push(await Installation.prepare(day))
  const installation = await Installation.create()
  process.env.MAILLAGE_URL = await installation.startOn('2026-06-17')
  return async () => {
    for (const one of [installation, ...prepared]) await one.remove()
  }
}
