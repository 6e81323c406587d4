import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import type { TermDifference } from '../../../templates/comparison.ts'
import { publicationRemarks } from '../../../templates/publication.ts'
import type { Template } from '../../../templates/template.ts'
import type { ClauseDifference } from '../../../templates/text-difference.ts'
import { paths } from '../../paths.ts'
import { templatePaths } from '../template.paths.ts'
import type { DraftView, TemplateView } from '../template-of.ts'
import { clauseName } from '../template-wording.ts'
import { ClauseDifferences, TermDifferences } from './difference-text.tsx'
import { WhatIsLeft } from './template-draft-page.tsx'
import { DraftFrame } from './template-frame.tsx'
import { TemplateText, TermsRead } from './template-page.tsx'

/** The whole draft, as agreements would read it. */
export function TemplatePreviewPage({ about }: { about: DraftView }) {
  const { view, draft, template } = about
  return (
    <DraftFrame
      about={about}
      title="Le modèle, tel qu’il se lira"
      intro="Les blancs restent à compléter par chaque convention."
    >
      <h2>Ce qu’il prévoit</h2>
      <TermsRead template={template} />
      <h2>Le texte</h2>
      <TemplateText template={template} />
      <p>
        <a href={templatePaths.draft(view.network.base, draft.id)}>Revenir au projet</a>
      </p>
    </DraftFrame>
  )
}

interface PublicationProps {
  about: DraftView
  /** What was published last; null: nothing yet. */
  previous: { version: number; terms: readonly TermDifference[]; clauses: readonly ClauseDifference[] } | null
  /** Agreements drawn from an earlier version, which keep it. */
  agreements: number
  state: FormState
}

/** What publishing does, what changes since the last version, and what refuses it. AGR-6, AGR-7. */
export function TemplatePublicationPage({ about, previous, agreements, state }: PublicationProps) {
  const { view, draft, problems } = about
  const { base } = view.network
  const remarks = publicationRemarks(draft.content)
  return (
    <DraftFrame
      about={about}
      title={`Publier la version ${draft.version}`}
      intro={consequence(draft.version, agreements)}
      problems={state.problems}
    >
      <WhatIsLeft about={about} />
      {remarks.length > 0 && (
        <section aria-labelledby="a-relire">
          <h2 id="a-relire">À relire</h2>
          <p>
            Ces articles écrivent une durée sans porter de terme. S’ils commandent une date, un devoir ou un
            droit, rattachez-les à un terme.
          </p>
          <ul>
            {remarks.map(({ clause, words }) => (
              <li>
                <a href={templatePaths.clause(base, draft.id, clause)}>
                  {clauseName(draft.content.clauses, clause)}
                </a>{' '}
                : « {words} »
              </li>
            ))}
          </ul>
        </section>
      )}
      {problems.length === 0 && (
        <Form action={templatePaths.publication(base, draft.id)}>
          <input type="hidden" name="redaction" value={String(draft.revision)} />
          <Actions>
            <Button>Publier la version {draft.version}</Button>
            <a href={templatePaths.draft(base, draft.id)}>Revenir au projet</a>
          </Actions>
        </Form>
      )}
      {previous && (
        <section aria-labelledby="changements">
          <h2 id="changements">Ce qui change depuis la version {previous.version}</h2>
          <TermDifferences
            terms={previous.terms}
            caption="Termes"
            here={`Version ${draft.version}`}
            there={`Version ${previous.version}`}
          />
          <ClauseDifferences
            clauses={previous.clauses}
            here={`Version ${draft.version}`}
            there={`Version ${previous.version}`}
          />
        </section>
      )}
    </DraftFrame>
  )
}

export function TemplateRetirementPage({ about, template }: { about: TemplateView; template: Template }) {
  const { view } = about
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Retirer ce modèle"
      kicker={template.title}
      intro="Plus aucune convention n’en sera tirée. Celles qui existent gardent leur texte, leurs termes et leurs dates ; vous pourrez préparer une nouvelle version plus tard."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: 'Modèles', href: templatePaths.templates(base) },
      ]}
    >
      <Form action={templatePaths.retirement(base, template.id)}>
        <Actions>
          <Button look="danger">Retirer ce modèle</Button>
          <a href={templatePaths.template(base, template.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function consequence(version: number, agreements: number): string {
  const next = `Les nouvelles conventions seront tirées de la version ${version}, qui ne pourra plus changer.`
  if (agreements === 0) return next
  const kept =
    agreements === 1
      ? 'La convention déjà tirée de ce modèle garde sa version.'
      : `Les ${plural(agreements, 'convention déjà tirée', 'conventions déjà tirées')} de ce modèle gardent leur version.`
  return `${next} ${kept}`
}
