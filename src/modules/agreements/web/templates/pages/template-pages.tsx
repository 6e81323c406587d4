import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { absentClauses, differingTerms } from '../../../templates/comparison.ts'
import { renderClauses } from '../../../templates/render.ts'
import type { Template } from '../../../templates/template.ts'
import { TERM_SUMMARIES, type TermName } from '../../../templates/term-summary.ts'
import { TextBlock } from '../../pages/text-block.tsx'
import { paths } from '../../paths.ts'
import { expectedClauses } from '../template-wording.ts'

export function TemplatesPage({ view, templates }: { view: View; templates: readonly Template[] }) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Modèles de convention"
      intro="Chaque convention est tirée d’un modèle. Elle garde pour toujours la version sous laquelle elle a été signée."
      breadcrumb={[{ label: 'Conventions', href: paths.agreements(base) }]}
    >
      <Table
        caption="Modèles"
        silentCaption
        columns={[
          {
            label: 'Modèle',
            header: true,
            cell: (template: Template) => <a href={paths.template(base, template.id)}>{template.title}</a>,
          },
          { label: 'Version', numeric: true, cell: ({ version }) => String(version) },
          { label: 'État', cell: (template) => <StatusTag template={template} /> },
          { label: 'Ce qu’il ne contient pas', cell: (template) => absentWords(template) },
        ]}
        rows={templates}
      />
    </Frame>
  )
}

interface TemplateProps {
  view: View
  template: Template
  /** Compared with it, when asked. */
  reference: Template | null
  templates: readonly Template[]
}

export function TemplatePage({ view, template, reference, templates }: TemplateProps) {
  const { base } = view.network
  const names = Object.keys(TERM_SUMMARIES) as TermName[]
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={template.title}
      kicker={`Modèle, version ${template.version}`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: 'Modèles', href: paths.templates(base) },
      ]}
    >
      <p>
        <StatusTag template={template} /> {statusSentence(template)}
      </p>
      <h2>Ce qu’il prévoit</h2>
      <SummaryList
        rows={names.map((name) => ({
          term: TERM_SUMMARIES[name].label,
          value: TERM_SUMMARIES[name].say(template.terms),
        }))}
      />
      <p>
        <strong>Ce qu’il ne contient pas</strong> : {absentWords(template)}.
      </p>
      <Comparison base={base} template={template} reference={reference} templates={templates} />
      <h2>Le texte</h2>
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
    </Frame>
  )
}

function Comparison({
  base,
  template,
  reference,
  templates,
}: Omit<TemplateProps, 'view'> & { base: string }) {
  const others = templates.filter(({ id }) => id !== template.id)
  return (
    <section aria-labelledby="comparaison">
      <h2 id="comparaison">Comparer à un autre modèle</h2>
      <LinkList
        items={others
          .filter(({ id }) => id !== reference?.id)
          .map(({ id, title }) => ({ label: title, href: paths.template(base, template.id, id) }))}
      />
      {reference && (
        <Table
          caption={`Ce qui diffère de « ${reference.title} »`}
          columns={[
            {
              label: 'Point',
              header: true,
              cell: ({ term }: ReturnType<typeof differingTerms>[number]) => TERM_SUMMARIES[term].label,
            },
            { label: 'Ce modèle', cell: ({ here }) => here },
            { label: 'L’autre', cell: ({ there }) => there },
          ]}
          rows={differingTerms(template.terms, reference.terms)}
          empty={<p>Les deux modèles prévoient la même chose sur tous ces points.</p>}
        />
      )}
    </section>
  )
}

function StatusTag({ template: { status } }: { template: Template }) {
  return status === 'published' ? (
    <Tag state="positive">Proposé</Tag>
  ) : (
    <Tag state="neutral">{status === 'retired' ? 'Pour les conventions déjà signées' : 'En préparation'}</Tag>
  )
}

function statusSentence({ status }: Template): string {
  return status === 'retired'
    ? 'Son texte est incomplet dans la copie disponible : on n’en tire pas de nouvelle convention.'
    : ''
}

function absentWords(template: Template): string {
  const absent = absentClauses(template)
  return absent.length === 0
    ? 'rien de ce que l’on attend'
    : absent.map((one) => expectedClauses[one]).join(', ')
}
