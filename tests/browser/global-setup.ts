import { buildIfStale } from '../../scripts/build.ts'
import { Installation } from './app.ts'

/** The product as it is built, with its demonstration, for the tests that only read it. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildIfStale()
  const installation = await Installation.create()
  process.env.MAILLAGE_URL = await installation.startOn('2026-06-17')
  return () => installation.remove()
}
