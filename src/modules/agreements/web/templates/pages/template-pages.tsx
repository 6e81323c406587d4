import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { absentClauses } from '../../../templates/comparison.ts'
import type { Template } from '../../../templates/template.ts'
import type { TemplateLine } from '../../../use-cases/templates/list-templates.ts'
import { paths } from '../../paths.ts'
import { templatePaths } from '../template.paths.ts'
import { expectedClauses, statusTags } from '../template-wording.ts'

interface TemplatesProps {
  view: View
  templates: readonly TemplateLine[]
  /** The one agreements are measured against; null: each against the one it was copied from. */
  reference: string | null
  mayManage: boolean
  state: FormState
}

export function TemplatesPage({ view, templates, reference, mayManage, state }: TemplatesProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Modèles de convention"
      intro="Chaque convention est tirée d’un modèle. Elle garde pour toujours la version sous laquelle elle a été signée."
      breadcrumb={[{ label: 'Conventions', href: paths.agreements(base) }]}
      problems={state.problems}
    >
      <Table
        caption="Modèles"
        silentCaption
        columns={[
          {
            label: 'Modèle',
            header: true,
            cell: ({ template: { id, title } }: TemplateLine) => (
              <a href={templatePaths.template(base, id)}>{title}</a>
            ),
          },
          { label: 'Origine', cell: ({ isOwn }) => (isOwn ? 'Du réseau' : 'De référence') },
          { label: 'Version', numeric: true, cell: ({ template }) => String(template.version) },
          {
            label: 'État',
            cell: ({ template, isBeingWritten }) => (
              <>
                <StatusTag template={template} />
                {isBeingWritten && template.status !== 'draft' && (
                  <p class="muted">Nouvelle version en préparation</p>
                )}
              </>
            ),
          },
          ...(mayManage
            ? [
                {
                  label: 'Conventions',
                  numeric: true,
                  cell: ({ agreements }: TemplateLine) => String(agreements),
                },
              ]
            : []),
          { label: 'Ce qu’il ne contient pas', cell: ({ template }) => absentWords(template) },
        ]}
        rows={templates}
      />
      {mayManage && (
        <section aria-labelledby="reference">
          <h2 id="reference">Le modèle de référence du réseau</h2>
          <p>
            La page de chaque convention dit ce qui la distingue de ce modèle. Pour adapter un modèle,
            ouvrez-le, puis copiez-le.
          </p>
          <Form action={templatePaths.reference(base)}>
            <Select
              {...fieldsOf(state)('modele', reference ?? '')}
              label="Comparer les conventions"
              prompt="Au modèle dont chacune est tirée, ou dont il a été copié"
              choices={templates
                .filter(({ template }) => template.status !== 'draft')
                .map(({ template }) => ({ value: template.id, label: `À « ${template.title} »` }))}
            />
            <Actions>
              <Button look="plain">Retenir ce modèle de référence</Button>
            </Actions>
          </Form>
        </section>
      )}
    </Frame>
  )
}

export function StatusTag({ template: { status } }: { template: Pick<Template, 'status'> }) {
  const { state, word } = statusTags[status]
  return <Tag state={state}>{word}</Tag>
}

export function absentWords(template: Template): string {
  const absent = absentClauses(template)
  return absent.length === 0
    ? 'rien de ce que l’on attend'
    : absent.map((one) => expectedClauses[one]).join(', ')
}
