import type { Child } from 'hono/jsx'
import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { Why } from '../../../../../ui/why.tsx'
import type { Consequence } from '../../../domain/act-consequence.ts'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import { consequenceReasons, consequenceSentences } from '../../consequence-wording.ts'
import { PreparedLetterField } from '../../documents/pages/prepared-letter-field.tsx'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'

export interface DatedActProps {
  view: View
  agreement: Agreement
  state: FormState
  /** What the act would change, once its date is known: shown before anything is written (AGR-42). */
  consequence: Consequence | null
  /** The places of the annex. */
  places: readonly { id: string; name: string }[]
}

interface DatedActPageProps extends DatedActProps {
  title: string
  intro: string
  action: string
  /** « Enregistrer la résiliation ». */
  button: string
  children: Child
}

/** The page of an act that cannot be undone: asked once to see what it changes, a second time to record it. */
export function DatedActPage(props: DatedActPageProps) {
  const { view, agreement, state, consequence, title, intro, action, button, children } = props
  const { base } = view.network
  const back = paths.agreement(base, agreement.id)
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      intro={intro}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: back },
      ]}
      problems={state.problems}
    >
      {consequence && <ConsequenceNotice {...props} consequence={consequence} />}
      <Form action={action}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <PreparedLetterField state={state} />
        {consequence && <Confirmed state={state} />}
        {children}
        <Actions>
          <Button look={consequence ? 'danger' : 'main'}>
            {consequence ? button : 'Voir ce que cela change'}
          </Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

export function ConsequenceNotice({
  view,
  agreement,
  consequence,
  places,
}: DatedActProps & { consequence: Consequence }) {
  const names = new Map(places.map(({ id, name }) => [id, name]))
  const sentences = consequenceSentences(consequence, {
    terms: agreement.terms,
    partner: agreement.partner.name,
    today: view.today,
    placeName: (id) => names.get(id) ?? 'un lieu retiré',
  })
  const why = consequenceReasons(consequence, paths.agreement(view.network.base, agreement.id))
  return (
    <Notice state="warning" title="Rien n’est encore enregistré" live>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {why.length > 0 && <Why about="cette date" steps={why} />}
      <p>Les deux parties seront prévenues par courriel.</p>
      <ReadingNote base={view.network.base} agreement={agreement.id} />
    </Notice>
  )
}

/** All that was ticked under one name. */
export function tickedOf({ values }: FormState, name: string): readonly string[] {
  const value = values[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

export function partyChoices(agreement: Agreement, headName: string) {
  return agreement.terms.parties.map((party) => ({
    value: party,
    label: partyName(agreement, party, headName),
  }))
}
