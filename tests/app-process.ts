import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { DatabaseAddress } from '../src/platform/db/database.ts'
import { root } from '../src/platform/root.ts'

/** One origin for all: the processes stand behind one public address. */
export const PUBLIC = 'http://reseau.example'

export interface AppProcess {
  child: ChildProcess
  /** Everything it said, on both outputs. */
  said(): string
  /** Waits until it serves; throws with what it said when it ends instead. */
  ready(): Promise<void>
  get(path: string, cookie?: string, headers?: Record<string, string>): Promise<Response>
  /** Posts a form; `from` is the address of the browser behind the proxy. */
  post(path: string, fields: Record<string, string>, from?: string, cookie?: string): Promise<Response>
  /** Sends the signal and gives the exit code once the process is gone; null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const SERVES_WITHIN = 80_000

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
    get: (path, cookie = '', headers = {}) =>
      fetch(address() + path, { headers: { ...headers, cookie }, redirect: 'manual' }),
    post: (path, fields, from = '203.0.113.1', cookie = '') =>
      fetch(address() + path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: PUBLIC, 'x-forwarded-for': from, cookie },
        redirect: 'manual',
      }),
    async end(signal) {
      child.kill(signal)
      const [code] = await gone
      return code
    },
  }
}

/** The address of a database, as `DATABASE_URL` says it. */
export function urlOf({
  host = '',
  port = 5432,
  user = '',
  password = '',
  database = '',
}: DatabaseAddress): string {
  const parameters = new URLSearchParams({ host, port: String(port) })
  return `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${database}?${parameters}`
}

/** The session a sign-in opened, as the browser sends it back. */
export function sessionOf(answer: Response): string {
  return answer.headers.getSetCookie().join().split(';')[0] ?? ''
}
