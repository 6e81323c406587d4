import { systemContext } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Services } from '../../../platform/services.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { networkAddress, networkById } from '../../identity/index.ts'
import { networkOfApplication } from '../data/applications/applications.store.ts'
import { type ToldFile, toldFile } from '../use-cases/instruction/told-file.ts'
import { instructionPaths as paths } from '../web/instruction/instruction.paths.ts'
import { instructionMail } from '../web/instruction/instruction-mail-wording.ts'
import { tellInstruction as queue, type Told } from './tell-instruction-queue.ts'

/** One mail per fact and person, whatever the number of runs. */
export const tellInstructionJob: Job<Told> = {
  ...queue,
  async work(services, told) {
    const networkId = await networkOfApplication(services.db, told.application)
    const network = networkId && (await networkById(services.db, networkId))
    if (!network) return
    const facts = await toldFile(systemContext(services, network), told)
    if (facts) await send(services, network, told, facts)
  },
}

async function send(
  { db, clock, config }: Services,
  network: Network,
  told: Told,
  facts: ToldFile,
): Promise<void> {
  const base = networkAddress(config.baseUrl, network)
  const address = addressFor(base, told, facts)
  const mail = instructionMail(told.kind, { networkName: network.name, ...facts, address })
  await inTransaction(db, async (tx) => {
    for (const to of facts.to)
      await writeMail(tx, clock.now(), { ...mail, to, onceKey: `${told.kind}:${told.subject}:${to}` })
  })
}

function addressFor(base: string, { kind, application, subject }: Told, { side }: ToldFile): string {
  if (side === 'instructors') return paths.file(base, application)
  if (kind === 'opinion_asked') return paths.expertOne(base, subject as never)
  if (side === 'expert') return paths.expertList(base)
  return kind.startsWith('visit')
    ? paths.ownVisits(base, application)
    : paths.ownCompletion(base, application)
}
