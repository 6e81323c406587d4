import './node-version.ts'
import { join } from 'node:path'
import { ConfigError, readConfig } from '../src/platform/config.ts'
import { root } from '../src/platform/root.ts'
import { buildIfStale } from './build.ts'

try {
  const config = readConfig(process.env)
  await buildIfStale()
  const server: typeof import('../src/server.ts') = await import(join(root, 'dist/server/server.js'))
  const running = await server.start(config)
  server.stopOnSignal(running)
  if (config.role !== 'worker') console.log(await server.welcome(running))
} catch (error) {
  console.error(
    error instanceof ConfigError ? error.message : `Maillage n’a pas pu démarrer. ${reason(error)}`,
  )
  process.exit(1)
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return process.env.LOG_LEVEL === 'debug' ? (error.stack ?? error.message) : error.message
}
