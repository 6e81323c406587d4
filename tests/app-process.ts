import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../src/platform/root.ts'

/** One origin for all: the processes stand behind one public address. */
export const PUBLIC = 'http://reseau.example'

export interface AppProcess {
  child: ChildProcess
  /** Everything it said, on both outputs. */
  said(): string
  /** Waits until it serves; throws with what it said when it ends instead. */
  ready(): Promise<void>
  get(path: string, cookie?: string): Promise<Response>
  /** Posts a form; `from` is the address of the browser behind the proxy. */
  post(path: string, fields: Record<string, string>, from?: string): Promise<Response>
  /** Sends the signal and gives the exit code once the process is gone; null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const SERVES_WITHIN = 30_000

/** The real program, `src/server.ts`, in a process of its own, on a free port. */
export function startApp(environment: Record<string, string>): AppProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nothing of the developer's own settings.
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      BASE_URL: PUBLIC,
      TRUSTED_PROXIES: '127.0.0.1',
      LOG_LEVEL: 'info',
      ...environment,
    },
  })
  let output = ''
  const listen = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const gone = once(child, 'close')
  const address = () => `http://127.0.0.1:${/"port":(\d+)/.exec(output)?.[1]}`
  return {
    child,
    said: () => output,
    async ready() {
      for (let waited = 0; waited < SERVES_WITHIN; waited += 50) {
        if (/"port":\d+/.test(output)) return
        if (child.exitCode !== null || child.signalCode !== null) break
        await pause(50)
      }
      throw new Error(`the application does not serve:\n${output}`)
    },
    get: (path, cookie = '') => fetch(address() + path, { headers: { cookie }, redirect: 'manual' }),
    post: (path, fields, from = '203.0.113.1') =>
      fetch(address() + path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: PUBLIC, 'x-forwarded-for': from },
        redirect: 'manual',
      }),
    async end(signal) {
      child.kill(signal)
      const [code] = await gone
      return code
    },
  }
}

/** The session a sign-in opened, as the browser sends it back. */
export function sessionOf(answer: Response): string {
  return answer.headers.getSetCookie().join().split(';')[0] ?? ''
}
