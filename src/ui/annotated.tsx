import type { Child } from 'hono/jsx'

interface AnnotatedProps {
  /** Anchor of the article. */
  id: string
  children: Child
  /** What always shows: the state in a tag, the next date in a few words. */
  state?: Child
  /** The rest of the note: beside the text above 64rem, folded under it on a phone, printed after it. */
  note?: Child
  /** What unfolding it will show. */
  noteLabel?: string | undefined
}

/** A text with its live note in the margin. Wrap several in `AnnotatedText`. */
export function Annotated({ id, children, state, note, noteLabel = 'Suivi de cet article' }: AnnotatedProps) {
  return (
    <section class="annotated" id={id} aria-labelledby={`${id}-titre`}>
      <div class="annotated-text">{children}</div>
      {(state || note) && (
        <aside class="note" aria-label={noteLabel}>
          {state && <div class="note-state">{state}</div>}
          {note && (
            <details class="fold note-fold">
              <summary>{noteLabel}</summary>
              <div class="note-body">{note}</div>
            </details>
          )}
        </aside>
      )}
    </section>
  )
}

/** A set text: its own type and measure, with room for notes. `id`: its anchor. */
export function AnnotatedText({ id, children }: { id?: string; children: Child }) {
  return (
    <div class="annotated-set" id={id}>
      {children}
    </div>
  )
}

/** The heading of an article: its number as signed, then its title. `id` is the anchor of its `Annotated`. */
export function ArticleTitle({
  id,
  number,
  children,
}: {
  id: string
  number?: string | null
  children: Child
}) {
  return (
    <h2 class="article-title" id={`${id}-titre`}>
      {number && <span class="article-number">{number}</span>}
      {children}
    </h2>
  )
}
