import './node-version.ts'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createServer } from 'vite'
import { sourceAssets } from '../src/platform/assets.ts'
import { readConfig } from '../src/platform/config.ts'
import { start, stopOnSignal, welcome } from '../src/server.ts'

/** One process: the server, the workers, and Vite, which reloads what changed at the next request. */
const vite = await createServer({ appType: 'custom', server: { middlewareMode: true } })

const running = await start(readConfig(process.env), (services) => ({
  async fetch(request, env) {
    if (await servedByVite(env)) return RESPONSE_ALREADY_SENT
    const { createApp } = (await vite.ssrLoadModule('/src/app.tsx')) as typeof import('../src/app.tsx')
    return createApp({ ...services, assets: sourceAssets }, { developing: true }).fetch(request, env)
  },
}))
stopOnSignal({ ...running, stop: () => Promise.all([vite.close(), running.stop()]).then(() => {}) })
const path = process.argv.includes('--stories') ? '/dev/stories' : ''
console.log(await welcome(running))
if (path) console.log(`  Composants        http://localhost:${running.port}${path}`)

interface Sockets {
  incoming: Parameters<typeof vite.middlewares>[0]
  outgoing: Parameters<typeof vite.middlewares>[1]
}

/** Vite answers for its own files (`/src/…`, `/@vite/…`) and passes on the rest. */
function servedByVite(env: unknown): Promise<boolean> {
  const { incoming, outgoing } = env as Sockets
  return new Promise((resolve) => {
    outgoing.once('close', () => resolve(true))
    vite.middlewares(incoming, outgoing, () => resolve(false))
  })
}
