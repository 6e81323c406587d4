import { expect } from 'vitest'
import { importJobs } from '../src/modules/places/jobs/import-jobs.ts'
import { runWaitingJobs } from '../src/platform/jobs/jobs.ts'
import type { read, useApp } from './support.ts'

/** What the pages of imports are asked through HTTP, as an officer without script does. */
export function importsOf(app: ReturnType<typeof useApp>) {
  const runJobs = () => runWaitingJobs(app.database.pool, importJobs, app.services)
  return {
    runJobs,
    /** Sends a file and waits until it is read; who sent it, and the address of its page. */
    async sent(source: string, fichier: File, officer?: Awaited<ReturnType<typeof app.signIn>>) {
      const sender = officer ?? (await app.signIn('officer'))
      const answer = await sender.post('/lieux/imports/nouveau', { fichier, source })
      expect(answer.status).toBe(303)
      await runJobs()
      return { officer: sender, address: answer.headers.get('location') ?? '' }
    },
  }
}

/** What the page of the columns proposes, as a browser would send it back. */
export function choicesOf({ document }: Awaited<ReturnType<typeof read>>): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const select of document.querySelectorAll('main select'))
    fields[select.getAttribute('name') ?? ''] =
      select.querySelector('option[selected]')?.getAttribute('value') ?? ''
  return fields
}
