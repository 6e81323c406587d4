import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatMoment } from '../../../../../ui/french.ts'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import { becomesAct, type PreparedLetter, standingOf } from '../../../domain/prepared-letter.ts'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { documentPaths } from '../documents.paths.ts'
import { letterSubjects, standingTag } from '../letter-wording.ts'
import { actPathOf } from '../prepared-values.ts'
import { crumbs } from './letter-form-page.tsx'
import { WrittenDocumentView } from './written-document-view.tsx'

interface LetterProps {
  view: View
  agreement: Agreement
  letter: PreparedLetter
  state: FormState
}

/** A prepared letter: what became of it, what one does with it next, and its text. */
export function LetterPage({ view, agreement, letter, state }: LetterProps) {
  const { base } = view.network
  const { id, asked } = letter
  return (
    <Frame
      view={view}
      space="member"
      title={`${letterSubjects[asked.kind]}, lettre préparée`}
      kicker={`Convention ${agreement.reference} avec ${agreement.partner.name}`}
      breadcrumb={crumbs(base, agreement)}
      problems={state.problems}
    >
      <SummaryList rows={facts(base, agreement, letter)} />
      <NextAct base={base} agreement={agreement} letter={letter} />
      <p>
        <a href={documentPaths.pdf(base, agreement.id, `lettre-${id}`)}>Télécharger la lettre (PDF)</a>
        {' · '}
        <a href={documentPaths.editable(base, agreement.id, id)}>Télécharger la lettre à modifier (DOCX)</a>
      </p>
      {becomesAct(asked.kind) && <ReadingNote base={base} agreement={agreement.id} />}
      <WrittenDocumentView document={letter.written} />
      {standingOf(letter) === 'prepared' && <Abandon base={base} agreement={agreement} letter={letter} />}
    </Frame>
  )
}

function facts(base: string, agreement: Agreement, letter: PreparedLetter): SummaryRow[] {
  const { state, word } = standingTag[standingOf(letter)]
  const { id, preparedAt, depositedOn, tracking, slip } = letter
  return [
    { term: 'État', value: <Tag state={state}>{word}</Tag> },
    { term: 'Préparée le', value: formatMoment(preparedAt) },
    ...(depositedOn
      ? [{ term: 'Déposée le', value: `${formatDay(depositedOn)}${tracking && `, suivi n° ${tracking}`}` }]
      : []),
    ...(slip
      ? [
          {
            term: 'Bordereau',
            value: <a href={documentPaths.slip(base, agreement.id, id)}>Télécharger le bordereau de dépôt</a>,
          },
        ]
      : []),
  ]
}

/** The one thing this letter calls for. */
function NextAct({
  base,
  agreement,
  letter,
}: {
  base: string
  agreement: Agreement
  letter: PreparedLetter
}) {
  const standing = standingOf(letter)
  const { id, asked } = letter
  const deposit = documentPaths.deposit(base, agreement.id, id)
  if (standing === 'prepared') {
    return (
      <>
        <p>
          Rien n’est envoyé et aucune date ne court. Imprimez la lettre, faites-la signer, déposez-la, puis
          revenez ici avec le bordereau.
        </p>
        <Actions>
          <ButtonLink href={deposit}>
            {becomesAct(asked.kind) ? 'Enregistrer le dépôt' : 'Enregistrer l’envoi'}
          </ButtonLink>
        </Actions>
      </>
    )
  }
  if (standing !== 'to_record') return null
  return (
    <>
      <p>Le dépôt est noté, mais l’acte n’est pas enregistré : aucune date ne court encore.</p>
      <Actions>
        <ButtonLink href={actPathOf(base, agreement.id, letter)}>Enregistrer l’acte</ButtonLink>
        <a href={deposit}>Corriger le dépôt</a>
      </Actions>
    </>
  )
}

function Abandon({
  base,
  agreement,
  letter,
}: {
  base: string
  agreement: Agreement
  letter: PreparedLetter
}) {
  return (
    <section aria-labelledby="abandonner">
      <h2 id="abandonner">Ne pas envoyer cette lettre</h2>
      <p>Elle reste dans la liste des courriers, avec la mention « Abandonnée ».</p>
      <Form action={documentPaths.abandon(base, agreement.id, letter.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <Actions>
          <Button look="plain">Abandonner cette lettre</Button>
        </Actions>
      </Form>
    </section>
  )
}
