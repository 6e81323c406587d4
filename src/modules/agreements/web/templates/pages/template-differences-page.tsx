import type { Child } from 'hono/jsx'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { EXPECTED_CLAUSES, type ExpectedClause, type TermDifference } from '../../../templates/comparison.ts'
import type { Template } from '../../../templates/template.ts'
import type { ClauseDifference } from '../../../templates/text-difference.ts'
import type { AgreementComparison } from '../../../use-cases/templates/compare-agreement.ts'
import { paths } from '../../paths.ts'
import { templatePaths } from '../template.paths.ts'
import { expectedClauses } from '../template-wording.ts'
import { ClauseDifferences, TermDifferences } from './difference-text.tsx'

interface TemplateDifferencesProps {
  view: View
  template: Template
  /** What it is compared with; null: nothing is chosen yet. */
  other: Template | null
  /** Every version one may choose. */
  choices: readonly Template[]
  terms: readonly TermDifference[]
  clauses: readonly ClauseDifference[]
}

/** Two versions, or two templates: it states, it does not score. AGR-6, AGR-10. */
export function TemplateDifferencesPage(props: TemplateDifferencesProps) {
  const { view, template, other, choices, terms, clauses } = props
  const { base } = view.network
  const sides = sidesOf(template, other)
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Comparer des modèles"
      kicker={`${template.title}, version ${template.version}`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: 'Modèles', href: templatePaths.templates(base) },
        { label: template.title, href: templatePaths.template(base, template.id, template.version) },
      ]}
    >
      <Form method="get" action={templatePaths.differences(base, template.id)}>
        <input
          type="hidden"
          name="version"
          value={template.status === 'draft' ? 'projet' : String(template.version)}
        />
        <Select
          name="avec"
          label="Comparer à"
          prompt="Choisissez un modèle…"
          value={other ? `${other.id}~${other.version}` : ''}
          choices={choices
            .filter((one) => one !== template)
            .map(({ id, version, title }) => ({
              value: `${id}~${version}`,
              label: `${title}, version ${version}`,
            }))}
        />
        <Actions>
          <Button look="plain">Comparer</Button>
        </Actions>
      </Form>
      {other && (
        <>
          <h2>Ce qu’ils prévoient</h2>
          <TermDifferences
            terms={terms}
            caption={`Ce qui diffère de « ${other.title} », version ${other.version}`}
            {...sides}
          />
          <h2>Les textes</h2>
          <ClauseDifferences clauses={clauses} {...sides} />
        </>
      )}
    </Frame>
  )
}

interface AgreementComparisonProps {
  view: View
  agreement: Agreement
  reference: Template
  compared: AgreementComparison
}

/** What an agreement says otherwise than the reference of the network, and what it lacks. AGR-10. */
export function AgreementComparisonPage({ view, agreement, reference, compared }: AgreementComparisonProps) {
  const { base } = view.network
  const [here, there] = ['Cette convention', 'Le modèle de référence']
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Ce qui distingue la convention"
      kicker={`Convention ${agreement.reference} avec ${agreement.partner.name}`}
      intro={`Elle est comparée au modèle « ${reference.title} », version ${reference.version}, telle qu’elle se lit aujourd’hui.`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
    >
      <p>
        Elle est tirée du modèle{' '}
        <a href={templatePaths.template(base, compared.template.id, compared.template.version)}>
          {compared.template.title}, version {compared.template.version}
        </a>
        .
      </p>
      <h2>Ce que l’on attend d’une convention</h2>
      <SummaryList
        rows={EXPECTED_CLAUSES.map((clause) => ({
          term: capital(expectedClauses[clause]),
          value: presence(compared.absent, clause),
        }))}
      />
      <h2>Les termes</h2>
      <TermDifferences terms={compared.terms} caption="Termes qui diffèrent" {...{ here, there }} />
      <h2>Les textes</h2>
      <ClauseDifferences clauses={compared.clauses} {...{ here, there }} />
    </Frame>
  )
}

function presence(absent: readonly ExpectedClause[], clause: ExpectedClause): Child {
  return absent.includes(clause) ? (
    <Tag state="info">Absente du texte</Tag>
  ) : (
    <Tag state="neutral">Écrite</Tag>
  )
}

/** By their versions when they are of one template; their titles are too long for a column. */
function sidesOf(template: Template, other: Template | null): { here: string; there: string } {
  if (template.id !== other?.id) return { here: 'Ce modèle', there: 'L’autre modèle' }
  const isDraft = template.status === 'draft'
  return {
    here: isDraft ? `Projet de la version ${template.version}` : `Version ${template.version}`,
    there: `Version ${other.version}`,
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
