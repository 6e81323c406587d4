import type { Child } from 'hono/jsx'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { digestOf, type Piece } from '../../../use-cases/templates/template-draft-of.ts'
import { paths } from '../../paths.ts'
import { templatePaths } from '../template.paths.ts'
import type { DraftView } from '../template-of.ts'

interface DraftFrameProps {
  about: DraftView
  title: string
  intro?: string
  act?: { label: string; href: string } | undefined
  problems?: readonly Problem[]
  children: Child
}

/** Around every page of a template being written. */
export function DraftFrame({ about, title, intro, act, problems = [], children }: DraftFrameProps) {
  const { view, draft } = about
  const { base } = view.network
  const name = 'Projet'
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={title}
      kicker={`${draft.content.title}, projet de la version ${draft.version}`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: 'Modèles', href: templatePaths.templates(base) },
        ...(title.startsWith(name) ? [] : [{ label: name, href: templatePaths.draft(base, draft.id) }]),
      ]}
      problems={problems}
      {...(intro && { intro })}
      {...(act && { act })}
    >
      {children}
    </Frame>
  )
}

/** The piece as the page shows it: what somebody writes meanwhile is not written over. AGR-21. */
export function ShownPiece({ about: { draft }, piece }: { about: DraftView; piece: Piece }) {
  return <input type="hidden" name="lu" value={digestOf(draft.content, piece)} />
}

/** What was saved while somebody was typing, shown above their own words. */
export function SavedMeanwhile({ children }: { children: Child }) {
  return (
    <section aria-labelledby="entre-temps">
      <h2 id="entre-temps">Ce qui a été enregistré pendant votre saisie</h2>
      <Notice state="warning" title="Votre saisie n’est pas perdue : elle est dans les champs plus bas.">
        <p>Reprenez-y ce qui convient, puis enregistrez : votre version remplacera celle-ci.</p>
      </Notice>
      {children}
    </section>
  )
}
