import type { Day } from '../../../../kernel/day.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { type CommunicationFile, communicationFiles } from '../../domain/communication-files.ts'
import { stateOn } from '../../domain/state.ts'

/** The request of that name; null when the agreement has none. */
export function communicationOf(
  { terms, acts }: Agreement,
  name: string,
  today: Day,
): CommunicationFile | null {
  return communicationFiles(acts, stateOn(terms, acts, today)).find(({ act }) => act.id === name) ?? null
}
