import { allJobs } from '../src/jobs.ts'
import { startTestServer } from '../src/platform/db/test-server.ts'
import { prepareTemplate } from '../src/platform/db/testing.ts'

/** Once per run: a server to clone databases on, and the migrated template. */
export default async function setup(): Promise<void> {
  process.env.MAILLAGE_TEST_SERVER = JSON.stringify(await startTestServer())
  await prepareTemplate(allJobs.map(({ name }) => name))
}
