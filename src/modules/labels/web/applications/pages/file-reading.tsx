import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { ShownProof } from '../../../data/applications/proofs.store.ts'
import type { AskedCriterion } from '../../../domain/applications/completion.ts'
import type { ApplicationFile } from '../../../use-cases/applications/application-file.ts'
import { answerText, gapText, knownText } from '../application-wording.ts'

export interface ReadingProps {
  file: ApplicationFile
  /** How the initiatives chosen are called: as they were frozen, once the file is sent. */
  titles: ReadonlyMap<string, string>
  /** Where a proof is read. */
  proofHref: (shown: ShownProof) => string
  /** Where a section is changed; absent: nowhere any more. */
  sectionHref?: ((rank: number) => string) | undefined
}

/** A whole file, section by section, to be read before it is sent, printed, or examined. LAB-6. */
export function FileReading({ file, titles, proofHref, sectionHref }: ReadingProps) {
  if (file.isReduced)
    return (
      <Notice
        state="info"
        title="Les réponses et les pièces de ce dossier ont été effacées, comme le prévoit la durée de conservation."
      />
    )
  return (
    <>
      {file.sections.map(({ rank, name, criteria }) => (
        <section>
          <h2>{name}</h2>
          <SummaryList
            rows={criteria.map((asked) => ({
              term: asked.criterion.title,
              value: <Said {...{ asked, file, titles, proofHref }} />,
              act: sectionHref && {
                label: 'Modifier',
                about: `« ${asked.criterion.title} »`,
                href: sectionHref(rank),
              },
            }))}
          />
        </section>
      ))}
      {file.sentBecause && (
        <section>
          <h2>Pourquoi ce dossier est envoyé malgré tout</h2>
          <p>{file.sentBecause}</p>
        </section>
      )}
    </>
  )
}

function Said({
  asked,
  file,
  titles,
  proofHref,
}: Omit<ReadingProps, 'sectionHref'> & { asked: AskedCriterion }) {
  const { criterion, gaps, isRequired } = asked
  const answer = file.answers.get(criterion.code)
  const known = answer?.known ?? null
  const shown = file.proofs.filter(({ code }) => code === criterion.code)
  const isDraft = file.application.state === 'draft'
  return (
    <>
      {answer && <p>{answerText(criterion, answer.value, titles)}</p>}
      {known && (
        <p class="muted">
          {answer?.contested ? 'Le réseau disait' : 'Confirmé d’après le réseau'} : {knownText(known)}
          {answer?.contested && `. Contesté : ${answer.contested}`}
        </p>
      )}
      {shown.map((one) => (
        <p>
          <ProofLink shown={one} href={proofHref(one)} />
        </p>
      ))}
      {isDraft && gaps.length > 0 && (
        <p class="muted">
          {isRequired ? 'Il manque' : 'Facultatif à ce niveau'} : {gaps.map(gapText).join(' ; ')}
        </p>
      )}
      {!answer && shown.length === 0 && !isDraft && <p class="muted">Sans réponse</p>}
    </>
  )
}

/** A proof as it is told: a file to open, an address, or words. */
export function ProofLink({ shown, href }: { shown: ShownProof; href: string }) {
  const { kind, words, name, on } = shown.proof
  return (
    <>
      {kind === 'url' ? (
        <a href={words} rel="nofollow noreferrer">
          {words}
        </a>
      ) : kind === 'declaration' ? (
        <>Déclaration : {words}</>
      ) : (
        <a href={href}>{name}</a>
      )}
      {on && (
        <>
          {' '}
          (<DayText day={on} />)
        </>
      )}
    </>
  )
}
