import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { DisputeFile } from '../../../domain/dispute-files.ts'
import { articleOf, type Terms } from '../../../domain/terms.ts'
import { PreparedLetterField } from '../../documents/pages/prepared-letter-field.tsx'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { disputePaths } from '../dispute.paths.ts'

interface DisputeProps {
  view: View
  agreement: Agreement
  terms: Terms
  state: FormState
}

export function DisputePage({ view, agreement, terms, state: { values, problems } }: DisputeProps) {
  const { base, headName } = view.network
  const field = fieldsOf({ values, problems })
  const days = terms.dispute?.amicableDays ?? null
  return (
    <Frame
      view={view}
      space="member"
      title="Ouvrir un différend"
      intro={introOf(terms)}
      breadcrumb={breadcrumbOf(view, agreement)}
      problems={problems}
    >
      <ReadingNote base={base} agreement={agreement.id} />
      <Form action={disputePaths.opening(base, agreement.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <PreparedLetterField state={{ values, problems }} />
        <Radios
          {...field('partie')}
          label="Partie qui signale le différend"
          choices={agreement.terms.parties.map((party) => ({
            value: party,
            label: partyName(agreement, party, headName),
          }))}
        />
        <TextField {...field('objet')} label="Ce qui oppose les parties" hint="En une ligne." />
        <DateField
          {...field('date')}
          label={
            days === null ? 'Jour où l’autre partie a été prévenue' : 'Date de dépôt de la lettre recommandée'
          }
        />
        {days !== null && (
          <DateField
            {...field('reception')}
            label="Date de réception"
            hint="Celle de l’avis signé. Laissez vide tant que vous ne l’avez pas : le délai n’a pas commencé. Au format jj/mm/aaaa."
            optional
          />
        )}
        <Actions>
          <Button>Ouvrir le différend</Button>
          <a href={paths.agreement(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

interface SettlementProps {
  view: View
  agreement: Agreement
  file: DisputeFile
  state: FormState
}

export function SettlementPage({ view, agreement, file, state: { values, problems } }: SettlementProps) {
  const { base, headName } = view.network
  const { opening, state } = file
  return (
    <Frame
      view={view}
      space="member"
      title="Enregistrer le règlement du différend"
      intro={`Différend signalé par ${partyName(agreement, opening.from, headName)} le ${formatDay(opening.occurredOn)}. Un accord signé y met fin, avant ou après la saisine du tribunal.`}
      breadcrumb={breadcrumbOf(view, agreement)}
      problems={problems}
    >
      <Form action={disputePaths.settlement(base, agreement.id, state.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <DateField
          name="date"
          label="Date écrite sur l’accord signé"
          error={problemOf(problems, 'date')}
          value={String(values.date ?? '')}
        />
        <Actions>
          <Button>Enregistrer le règlement</Button>
          <a href={paths.agreement(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** How the clause wants it: by which letter, how long, before which court. */
function introOf(terms: Terms): string {
  const { dispute } = terms
  if (dispute === null) return 'La convention ne dit rien des différends : cherchez d’abord un accord.'
  const article = articleOf(terms, 'dispute')
  const cited = article ? ` (art. ${article})` : ''
  if (dispute.amicableDays === null) {
    return `Les parties cherchent d’abord un accord, sans délai fixé ; à défaut, ${dispute.court}${cited}.`
  }
  const from = dispute.from === 'sending' ? 'l’envoi' : 'la réception'
  return `La partie la plus diligente écrit par lettre recommandée. Les parties ont ${plural(dispute.amicableDays, 'jour', 'jours')} après ${from} pour s’accorder ; ensuite, ${dispute.court}${cited}.`
}

function breadcrumbOf({ network: { base } }: View, agreement: Agreement) {
  return [
    { label: 'Conventions', href: paths.agreements(base) },
    { label: agreement.reference, href: paths.agreement(base, agreement.id) },
  ]
}
