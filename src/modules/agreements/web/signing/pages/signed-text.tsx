import { AnnotatedText, ArticleTitle } from '../../../../../ui/annotated.tsx'
import { type SignedText, shortFingerprint } from '../../../domain/signed-text.ts'
import { TextBlock } from '../../pages/text-block.tsx'

/** A text as it was frozen to be signed: every article, then the places of its annex. */
export function SignedTextView({ text }: { text: SignedText }) {
  return (
    <AnnotatedText>
      {text.clauses.map((clause, index) => (
        <section aria-labelledby={`clause-${index + 1}-titre`}>
          <ArticleTitle id={`clause-${index + 1}`} number={clause.number}>
            {clause.title}
          </ArticleTitle>
          {clause.blocks.map((block) => (
            <TextBlock block={block} />
          ))}
          {clause.incomplete && <p class="muted">Texte incomplet dans la copie disponible.</p>}
        </section>
      ))}
      <section aria-labelledby="clause-lieux-titre">
        <ArticleTitle id="clause-lieux">Annexe : lieux listés</ArticleTitle>
        <TextBlock block={text.places.map(({ name }) => name)} />
      </section>
    </AnnotatedText>
  )
}

/** The short fingerprint to compare aloud, the whole one to compare by machine: it may be cut at the end of a line. */
export function Fingerprint({ value }: { value: string }) {
  const groups = value.match(/.{1,8}/g) ?? []
  return (
    <>
      <strong>{shortFingerprint(value)}</strong>
      <p class="muted">
        SHA-256 :{' '}
        {groups.map((group) => (
          <>
            {group}
            <wbr />
          </>
        ))}
      </p>
    </>
  )
}
