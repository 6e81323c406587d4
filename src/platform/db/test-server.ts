import pg from 'pg'
import type { DatabaseAddress } from './database.ts'

/**
 * The server of the tests: `TEST_DATABASE_URL` (or `DATABASE_URL`) when given, else our own cluster with the
 * binaries of `TEST_POSTGRES_BIN` or of the embedded package. Returns the address of its superuser.
 */
export async function startTestServer(): Promise<DatabaseAddress> {
  const url = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL
  if (url) return addressOf(url)
  const { startTestCluster } = await import('./embedded/test-cluster.ts')
  const binDir = process.env.TEST_POSTGRES_BIN
  return startTestCluster(binDir ? { binDir } : {})
}

function addressOf(url: string): DatabaseAddress {
  const { host, port, user, password, database } = new pg.Client(url)
  return { host, port, ...(user && { user }), ...(password && { password }), ...(database && { database }) }
}
