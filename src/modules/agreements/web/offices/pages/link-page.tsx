import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import type { Party } from '../../../domain/terms.ts'
import { officePaths } from '../offices.paths.ts'
import { OfficesFrame } from './offices-frame.tsx'

interface LinkProps {
  view: View
  agreement: Agreement
  party: Party
  state: FormState
}

/** One person, two bodies: said once, so that nobody has to guess it. */
export function LinkPage({ view, agreement, party, state }: LinkProps) {
  const field = fieldsOf(state)
  const { base } = view.network
  return (
    <OfficesFrame
      view={view}
      agreement={agreement}
      title="Déclarer une double fonction"
      intro="Une personne agit pour votre structure et siège aussi dans une instance liée à la convention : jury, comité, association. Les deux parties le verront."
      problems={state.problems}
    >
      <Form action={officePaths.newLink(base, agreement.id, party)}>
        <TextField {...field('nom')} label="Prénom et nom" width="medium" />
        <TextField
          {...field('fonction')}
          label="Ce que cette personne fait pour votre structure"
          hint="Par exemple : signe la convention."
        />
        <TextField {...field('instance')} label="L’autre instance" hint="Par exemple : jury du label." />
        <TextField {...field('role')} label="Ce qu’elle y fait" hint="Par exemple : le préside." />
        <TextArea
          {...field('mesure')}
          label="Ce qui est décidé pour l’éviter ou le dire"
          hint="Par exemple : se retire quand un dossier de l’association est examiné."
          rows={3}
          optional
        />
        <DateField {...field('debut')} label="Depuis le" />
        <Actions>
          <Button>Déclarer la double fonction</Button>
          <a href={officePaths.people(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </OfficesFrame>
  )
}
