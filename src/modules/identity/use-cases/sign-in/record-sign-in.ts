import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { newDeviceMark, rememberDevice } from '../../data/sign-in/devices.store.ts'
import { notePresence } from '../../data/sign-in/own-account.store.ts'
import { closeSession, type OpenedSession, stampSession } from '../../data/sign-in/sessions.store.ts'
import { deviceName } from '../../domain/sign-in/device-name.ts'
import { tellNewDevice } from '../../jobs/tell-new-device.ts'

export interface SignIn {
  /** Of the session that was just opened, in whatever way. */
  token: string
  /** What the browser was given at an earlier sign-in, its signature checked; null at its first one. */
  device: string | null
}

/**
 * The end of every sign-in: the session says where it was opened from, the one the browser came with is over, the
 * journal has its line, and a browser never seen with this account is told to the person by mail. Returns the mark
 * the browser keeps.
 */
export function recordSignIn(
  context: Context,
  config: Pick<Config, 'secret'>,
  { token, device }: SignIn,
): Promise<string> {
  const { db, now, today } = context
  return inTransaction(db, async (tx) => {
    const session = await stampSession(tx, token, context.origin)
    const previous = personOf(context.actor)
    if (previous && previous.sessionId !== session.id) await closeSession(tx, previous.sessionId)
    await notePresence(tx, session.personId, today)
    await writeJournal(tx, actingAs(context, session), 'session.opened', session.personId, {
      by: session.openedBy,
    })
    const mark = device ?? newDeviceMark()
    const digest = keyedDigest(config, 'device', mark)
    const label = deviceName(context.origin?.userAgent ?? '')
    const isNew = await rememberDevice(tx, { personId: session.personId, digest }, label, now)
    if (isNew && session.openedBy !== 'demonstration') {
      await enqueue(tx, tellNewDevice, {
        person: session.personId,
        digest,
        session: session.id,
        network: context.network.id,
      })
    }
    return mark
  })
}

/** The line is theirs: a moment before, they were a visitor. */
function actingAs(context: Context, { personId, id }: OpenedSession): Context {
  return {
    ...context,
    actor: { kind: 'person', personId, name: '', sessionId: id, lacks: 'membership' },
  }
}
