import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { renderClauses } from '../../../templates/render.ts'
import type { Template } from '../../../templates/template.ts'
import { TERM_SUMMARIES, type TermName } from '../../../templates/term-summary.ts'
import { TextBlock } from '../../pages/text-block.tsx'
import { paths } from '../../paths.ts'
import { templatePaths } from '../template.paths.ts'
import type { TemplateView } from '../template-of.ts'
import { absentWords, StatusTag } from './template-pages.tsx'

interface TemplateProps {
  about: TemplateView
  /** The version shown. */
  template: Template
  state: FormState
}

/** A version that was published: what it provides for, its text, and what one may do of it. */
export function TemplatePage({ about, template, state }: TemplateProps) {
  const { view, versions, mayManage } = about
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={template.title}
      kicker={`Modèle, version ${template.version}`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: 'Modèles', href: templatePaths.templates(base) },
      ]}
      problems={state.problems}
    >
      <p>
        <StatusTag template={template} /> {statusSentence(about, template)}
      </p>
      {versions.length > 1 && <Versions about={about} template={template} />}
      <h2>Ce qu’il prévoit</h2>
      <TermsRead template={template} />
      <p>
        <strong>Ce qu’il ne contient pas</strong> : {absentWords(template)}.
      </p>
      <p>
        <a href={templatePaths.differences(base, template.id, undefined, template.version)}>
          Comparer à un autre modèle
        </a>
      </p>
      {mayManage && <TemplateActs about={about} template={template} state={state} />}
      <h2>Le texte</h2>
      <TemplateText template={template} />
    </Frame>
  )
}

export function TermsRead({ template }: { template: Template }) {
  const names = Object.keys(TERM_SUMMARIES) as TermName[]
  return (
    <SummaryList
      rows={names.map((name) => ({
        term: TERM_SUMMARIES[name].label,
        value: TERM_SUMMARIES[name].say(template.terms),
      }))}
    />
  )
}

/** As an agreement would read it, its blanks open. */
export function TemplateText({ template }: { template: Template }) {
  return (
    <>
      {renderClauses(template, template.terms, {}).map((clause) => (
        <section>
          <h3>
            {clause.number ? `${clause.number}. ` : ''}
            {clause.title}
          </h3>
          {clause.paragraphs.map((block) => (
            <TextBlock block={block} />
          ))}
          {clause.textIncomplete && <p class="muted">Texte incomplet dans la copie disponible.</p>}
        </section>
      ))}
    </>
  )
}

function Versions({ about: { view, versions }, template }: { about: TemplateView; template: Template }) {
  const { base } = view.network
  return (
    <ul>
      {versions.map(({ id, version }) => (
        <li>
          {version === template.version ? (
            `Version ${version}, affichée ici`
          ) : (
            <a href={templatePaths.template(base, id, version)}>Version {version}</a>
          )}
          {version > 1 && (
            <>
              {' '}
              (
              <a href={templatePaths.differences(base, id, `${id}~${version - 1}`, version)}>
                ce qui change depuis la version {version - 1}
              </a>
              )
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function TemplateActs({ about, template, state }: TemplateProps) {
  const { view, id, isOwn, draft, versions } = about
  const { base } = view.network
  const isCurrent = versions.at(-1)?.version === template.version
  return (
    <section aria-labelledby="adapter">
      <h2 id="adapter">Adapter ce modèle</h2>
      {isCurrent && template.status === 'published' && !about.isOffered && (
        <Notice state="info" title="Le réseau ne propose pas ce modèle à qui prépare une convention.">
          <p>
            Pour le proposer, cochez-le dans <a href={`${base}/reglages/reseau`}>les réglages du réseau</a>.
          </p>
        </Notice>
      )}
      {isOwn && isCurrent && (
        <div class="actions">
          {draft ? (
            <ButtonLink look="plain" href={templatePaths.draft(base, id)}>
              Ouvrir le projet de la version {draft.version}
            </ButtonLink>
          ) : (
            <form method="post" action={templatePaths.version(base, id)}>
              <Button look="plain">Préparer la version {template.version + 1}</Button>
            </form>
          )}
          {template.status === 'published' && (
            <a href={templatePaths.retirement(base, id)}>Retirer ce modèle</a>
          )}
        </div>
      )}
      <h3>En faire un autre modèle</h3>
      <Form action={templatePaths.copy(base, id)}>
        <input type="hidden" name="version" value={String(template.version)} />
        <TextField
          {...fieldsOf(state)('titre', template.title)}
          label="Titre de la copie"
          hint="La copie est un projet : personne ne peut en tirer de convention avant sa publication."
        />
        <Actions>
          <Button look="plain">Copier ce modèle</Button>
        </Actions>
      </Form>
    </section>
  )
}

function statusSentence({ isOwn, versions }: TemplateView, { status, version }: Template): string {
  if (status !== 'retired') return 'Les nouvelles conventions sont tirées de cette version.'
  if (!isOwn)
    return 'Son texte est incomplet dans la copie disponible : on n’en tire pas de nouvelle convention.'
  const current = versions.at(-1)
  return current?.status === 'published' && current.version > version
    ? `La version ${current.version} l’a remplacée ; les conventions tirées de celle-ci la gardent.`
    : 'On n’en tire plus de nouvelle convention ; celles qui existent la gardent.'
}
