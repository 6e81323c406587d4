import type { Id } from '../../../kernel/id.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import { networkById } from '../data/networks/networks.store.ts'
import { findDevice } from '../data/sign-in/devices.store.ts'
import { findAccount } from '../data/sign-in/own-account.store.ts'
import { findSession } from '../data/sign-in/sessions.store.ts'
import { newDeviceMail } from '../web/sign-in/sign-in-mails-wording.ts'

interface NewDevice {
  person: PersonId
  digest: string
  session: Id<'session'>
  network: NetworkId
}

/** Tells a person that their account was opened in a browser it did not know. Once per session. */
export const tellNewDevice: Job<NewDevice> = {
  name: 'identity/tell-new-device',
  async work({ db, clock, config }, { person, digest, session: sessionId, network: networkId }) {
    const [account, device, session, network] = await Promise.all([
      findAccount(db, person),
      findDevice(db, { personId: person, digest }),
      findSession(db, sessionId),
      networkById(db, networkId),
    ])
    if (!account || !device || !network) return
    const mail = newDeviceMail({
      networkName: network.name,
      device: device.label,
      at: device.first_seen_at,
      address: session?.address ?? null,
      sessions: `${config.baseUrl}${network.base}/compte/sessions`,
    })
    await inTransaction(db, (tx) =>
      writeMail(tx, clock.now(), { ...mail, to: account.email, onceKey: `new-device:${sessionId}` }),
    )
  },
}
