import { startTestServer } from '../src/platform/db/test-server.ts'
import { prepareTemplate } from '../src/platform/db/testing.ts'

/** Once per run: a server to clone databases on, and the migrated template. */
export default async function setup(): Promise<void> {
  process.env.MAILLAGE_TEST_SERVER = JSON.stringify(await startTestServer())
  await prepareTemplate(['platform/send-mail', 'places/check-import', 'places/apply-import', 'agreements/tell-parties'])
}
