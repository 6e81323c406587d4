import type { Child } from 'hono/jsx'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { digestOfPiece, type SchemePiece } from '../../../use-cases/schemes/scheme-pieces.ts'
import { schemePaths } from '../scheme.paths.ts'
import type { SchemeDraftView } from '../scheme-of.ts'

/** The first steps of the breadcrumb of every page about the labels of a network. */
export function labelSteps(base: string) {
  return [
    { label: 'Réglages', href: `${base}/reglages` },
    { label: 'Labels', href: schemePaths.schemes(base) },
  ]
}

interface DraftFrameProps {
  about: SchemeDraftView
  title: string
  intro?: string
  /** Between the table of contents and this page. */
  steps?: readonly { label: string; href: string }[]
  act?: { label: string; href: string }
  problems?: readonly Problem[]
  /** A table needs room. */
  width?: 'full'
  children: Child
}

/** Around every page of a label being written, but its table of contents. */
export function DraftFrame({
  about,
  title,
  intro,
  steps,
  act,
  problems = [],
  width,
  children,
}: DraftFrameProps) {
  const { view, scheme } = about
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      kicker={`${scheme.name}, en préparation`}
      breadcrumb={[
        ...labelSteps(base),
        { label: scheme.name, href: schemePaths.scheme(base, scheme.id) },
        ...(steps ? [{ label: 'Projet', href: schemePaths.draft(base, scheme.id) }, ...steps] : []),
      ]}
      problems={problems}
      {...(intro && { intro })}
      {...(act && { act })}
      {...(width && { width })}
    >
      {children}
    </Frame>
  )
}

interface PieceFormProps {
  about: SchemeDraftView
  piece: SchemePiece
  action: string
  button: string
  /** The way out. */
  back: string
  /** What somebody saved meanwhile; null: nobody did. */
  saved: readonly string[] | null
  children: Child
}

/** One piece in one form: what somebody writes meanwhile is shown, never written over. LAB-53. */
export function PieceForm({ about, piece, action, button, back, saved, children }: PieceFormProps) {
  return (
    <>
      {saved && (
        <section aria-labelledby="entre-temps">
          <h2 id="entre-temps">Ce qui a été enregistré pendant votre saisie</h2>
          <Notice state="warning" title="Votre saisie n’est pas perdue : elle est dans les champs plus bas.">
            <p>Reprenez-y ce qui convient, puis enregistrez : votre saisie remplacera ceci.</p>
          </Notice>
          <ul>
            {saved.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <Form action={action}>
        <input type="hidden" name="lu" value={digestOfPiece(about.draft.content, piece)} />
        {children}
        <Actions>
          <Button>{button}</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </>
  )
}

/** Said wherever a set shipped to begin with is read. LAB-3. */
export function StarterNotice({ source }: { source?: string | undefined }) {
  return (
    <Notice state="info" title="Jeu de départ, à remplacer par votre propre cahier des charges.">
      <p>
        {source
          ? `Il ne reprend que ce que dit le texte : ${source}.`
          : 'Il ne reprend que ce que disent les conventions.'}{' '}
        Ses critères ne sont pas montrés au public comme les vôtres tant que vous ne le dites pas.
      </p>
    </Notice>
  )
}
