import { expect, it } from 'vitest'
import { useApp } from './support.ts'

const app = useApp()

it('the document of the API that is committed is the one that is served (DIR-83)', async () => {
  const served = await (await app.visitor().get('/api/v1/openapi.json')).json()
  // When the API changed on purpose: `npx vitest run tests/openapi.test.ts -u`, and read the difference.
  await expect(`${JSON.stringify(served, null, 2)}\n`).toMatchFileSnapshot('../docs/openapi.json')
})
