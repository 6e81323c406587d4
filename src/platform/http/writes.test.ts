import { beforeAll, describe, expect, it } from 'vitest'
import { ORIGIN, useApp } from '../../../tests/support.ts'
import { createApp } from '../../app.tsx'
import { inTransaction } from '../db/transaction.ts'
import { writeJournal } from '../journal/journal.ts'
import { createLog } from '../log.ts'
import { everybody } from '../session/actor.ts'
import { may } from './may.ts'
import { writes } from './writes.ts'

const policy = everybody('test.acts')

describe('an act that says which line it leaves', () => {
  const app = useApp()
  const errors: unknown[] = []

  function site(mode: 'demo' | 'production') {
    const log = Object.assign(createLog('silent'), { error: (...said: unknown[]) => errors.push(said) })
    return createApp({ ...app.services, log, config: { ...app.services.config, mode } })
      .post('/essai/fait', may(policy), writes('essay.done'), async (c) => {
        await inTransaction(c.var.context.db, (tx) =>
          writeJournal(tx, c.var.context, 'essay.done', 'essay-1', { grade: 3 }),
        )
        return c.redirect('/', 303)
      })
      .post('/essai/oublie', may(policy), writes('essay.done'), (c) => c.redirect('/', 303))
      .post('/essai/refuse', may(policy), writes('essay.done'), (c) => c.text('non', 422))
  }

  const post = (of: ReturnType<typeof site>, path: string) =>
    of.request(`${ORIGIN}/essai/${path}`, { method: 'POST', headers: { origin: ORIGIN } })

  beforeAll(() => {
    errors.length = 0
  })

  it('succeeds when it left it: who, what, when, and in which request', async () => {
    const answer = await post(site('demo'), 'fait')
    expect(answer.status).toBe(303)
    const lines = await app.services.db
      .selectFrom('platform.journal')
      .selectAll()
      .where('action', '=', 'essay.done')
      .execute()
    expect(lines).toMatchObject([
      {
        action: 'essay.done',
        subject_id: 'essay-1',
        details: { grade: 3 },
        person_id: null,
        network_id: app.networks.estuaire,
        at: app.clock.now(),
        request_id: answer.headers.get('x-request-id'),
      },
    ])
  })

  it('owes nothing when it was refused', async () => {
    expect((await post(site('demo'), 'refuse')).status).toBe(422)
  })

  it('is a defect when it forgot: seen at once while testing, logged in production', async () => {
    expect((await post(site('demo'), 'oublie')).status).toBe(500)
    errors.length = 0
    expect((await post(site('production'), 'oublie')).status).toBe(303)
    expect(JSON.stringify(errors)).toContain('without its journal line essay.done')
  })
})
