import type { WaitedFor } from '../../domain/instruction/next-step.ts'
import type { QueuedFile } from '../../use-cases/instruction/read-file.ts'

/** What a queue is asked for: each part is a link of the page. */
export interface QueueAsked {
  readonly q: string
  readonly waited: WaitedFor | null
  /** The id of a group; `aucun`: files that nobody instructs; empty: all. */
  readonly group: string
  readonly scheme: string
  readonly mine: boolean
  readonly me: string
}

const WAITED: readonly WaitedFor[] = ['instructor', 'applicant', 'experts', 'visit', 'decider', 'nobody']

export function queueAsked(query: (name: string) => string | undefined, me: string): QueueAsked {
  const waited = WAITED.find((one) => one === query('qui')) ?? null
  return {
    q: (query('q') ?? '').trim(),
    waited,
    group: query('groupe') ?? '',
    scheme: query('label') ?? '',
    mine: query('moi') === 'oui',
    me,
  }
}

/** The files asked for, in their order. `staffed`: the groups where somebody sits. */
export function answering(
  files: readonly QueuedFile[],
  asked: QueueAsked,
  staffed: ReadonlySet<string>,
): QueuedFile[] {
  const words = folded(asked.q)
  return files.filter(
    (file) =>
      (asked.waited === null || file.next.waitedFor === asked.waited) &&
      (asked.group === '' ||
        (asked.group === 'aucun' ? !staffed.has(file.groupId ?? '') : file.groupId === asked.group)) &&
      (asked.scheme === '' || file.schemeId === asked.scheme) &&
      (!asked.mine || file.personId === asked.me) &&
      folded(`${file.holderName} ${file.applicantName}`).includes(words),
  )
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
