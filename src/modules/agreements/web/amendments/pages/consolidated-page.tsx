import type { Day } from '../../../../../kernel/day.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Annotated, AnnotatedText, ArticleTitle } from '../../../../../ui/annotated.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { articleOf } from '../../../domain/terms.ts'
import { TERM_SUMMARIES, type TermName } from '../../../templates/term-summary.ts'
import type { ConsolidatedText } from '../../../use-cases/amendments/consolidated-text.ts'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { paths } from '../../paths.ts'
import { amendmentPaths } from '../amendment.paths.ts'
import { amendmentLinks, ClauseText } from './clause-text.tsx'

interface ConsolidatedProps {
  view: View
  agreement: Agreement
  text: ConsolidatedText
  on: Day
  /** What was typed in the address and is no day. */
  wrong: string | null
}

/** The text, the terms and the places in force on one day. The signed original is never altered. AGR-61. */
export function ConsolidatedPage({ view, agreement, text, on, wrong }: ConsolidatedProps) {
  const { base } = view.network
  const changed = text.clauses.filter(({ amendedBy }) => amendedBy.length > 0)
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Texte consolidé"
      kicker={`Convention ${agreement.reference} avec ${agreement.partner.name}`}
      intro={`La convention telle qu’elle se lit le ${formatDay(on)}, avenants compris. L’original signé n’est jamais modifié.`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
    >
      <Form action={amendmentPaths.consolidated(base, agreement.id)} method="get" label="Changer de jour">
        <DateField
          name="jour"
          label="Lire le texte au"
          value={wrong ?? formatTyped(on)}
          error={
            wrong === null
              ? undefined
              : 'Cette date n’existe pas : le texte ci-dessous est celui d’aujourd’hui.'
          }
        />
        <Actions>
          <Button look="plain">Lire à cette date</Button>
        </Actions>
      </Form>
      <p>
        {changed.length === 0
          ? 'Aucun article n’est modifié ce jour-là.'
          : `${plural(changed.length, 'article modifié', 'articles modifiés')} ce jour-là : ${changed
              .map(({ number, title }) => number ?? title)
              .join(', ')}.`}
      </p>
      <TermsInForce agreement={agreement} text={text} />
      <Table
        caption="Lieux de la convention"
        columns={[
          { label: 'Lieu', header: true, cell: ({ name }) => name },
          { label: 'Commune', cell: ({ postalCode, commune }) => `${postalCode ?? ''} ${commune}` },
        ]}
        rows={text.places}
        empty={<p>Aucun lieu ce jour-là.</p>}
      />
      <ReadingNote base={base} agreement={agreement.id} />
      <AnnotatedText>
        {text.clauses.map((clause) => {
          const id = `art-${clause.number ?? clause.key}`
          return (
            <Annotated id={id}>
              <ArticleTitle id={id} number={clause.number}>
                {clause.title}
              </ArticleTitle>
              <ClauseText clause={clause} amendments={amendmentLinks(base, agreement.id)} />
              {clause.textIncomplete && <p class="muted">Texte incomplet dans la copie disponible.</p>}
            </Annotated>
          )
        })}
      </AnnotatedText>
    </Frame>
  )
}

/** Each term as it is that day, and as it was signed when that differs. */
function TermsInForce({ agreement, text }: { agreement: Agreement; text: ConsolidatedText }) {
  const rows = (Object.keys(TERM_SUMMARIES) as TermName[]).map((name) => {
    const { label, say } = TERM_SUMMARIES[name]
    const [now, signed] = [say(text.terms), say(agreement.terms)]
    return {
      label,
      now,
      signed: now === signed ? '' : signed,
      article: articleOf(agreement.terms, name) ?? '',
    }
  })
  return (
    <Table
      caption="Termes en vigueur"
      columns={[
        { label: 'Terme', header: true, cell: ({ label }) => label },
        { label: 'Ce jour-là', cell: ({ now }) => now },
        { label: 'À la signature', cell: ({ signed }) => signed || 'inchangé' },
        { label: 'Article', cell: ({ article }) => article },
      ]}
      rows={rows}
    />
  )
}

/** As it is typed: 17/06/2026. */
function formatTyped(day: Day): string {
  return day.split('-').reverse().join('/')
}
