import type { Id } from '../../../../../kernel/id.ts'
import { formatDay } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import type { GivenAnswer } from '../../../data/applications/answers.store.ts'
import type { ShownProof } from '../../../data/applications/proofs.store.ts'
import type { CompletionItem } from '../../../data/instruction/completions.store.ts'
import type { Criterion } from '../../../domain/schemes/scheme.ts'
import { answerText, knownText } from '../../applications/application-wording.ts'

export interface AnsweredFile {
  readonly answers: readonly GivenAnswer[]
  readonly proofs: readonly ShownProof[]
  /** What was added since, on request. */
  readonly completed: readonly CompletionItem[]
  readonly initiatives: ReadonlyMap<string, string>
  readonly documentPath: (file: Id<'file'>) => string
}

/** What an applicant answered to one criterion, with all that stands behind it; and nothing of the others. */
export function AnsweredCriterion({
  criterion,
  answers,
  proofs,
  completed,
  initiatives,
  documentPath,
}: AnsweredFile & { criterion: Criterion }) {
  const { code } = criterion
  const answer = answers.find((one) => one.code === code)
  const own = proofs.filter((one) => one.code === code)
  const since = completed.filter((one) => one.code === code && one.answeredAt !== null)
  return (
    <SummaryList
      rows={[
        {
          term: 'Réponse',
          value: answer ? answerText(criterion, answer.value, initiatives) : 'Pas de réponse',
        },
        ...(answer?.known ? [{ term: 'Ce que le réseau en sait', value: knownText(answer.known) }] : []),
        ...(answer?.contested ? [{ term: 'Contesté par le demandeur', value: answer.contested }] : []),
        ...own.map(({ proof }) => ({
          term: proof.on ? `Preuve du ${formatDay(proof.on)}` : 'Preuve',
          value: proof.fileId ? (
            <a href={documentPath(proof.fileId)}>{proof.name}</a>
          ) : (
            proof.words || proof.name
          ),
        })),
        ...since.map(({ answer: words, fileId, fileOn }) => ({
          term: 'Complément',
          value: (
            <>
              {words}{' '}
              {fileId && (
                <a href={documentPath(fileId)}>Document{fileOn ? ` du ${formatDay(fileOn)}` : ''}</a>
              )}
            </>
          ),
        })),
      ]}
    />
  )
}
