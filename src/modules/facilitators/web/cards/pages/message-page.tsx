import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Card } from '../../../domain/card.ts'
import { cardPaths } from '../cards.paths.ts'

interface MessageProps {
  view: View
  card: Card
  state: FormState
}

/** Writes to somebody whose address is not told. DIR-78. */
export function MessagePage({ view, card, state }: MessageProps) {
  const { base } = view.network
  const typed = (name: string) => String(state.values[name] ?? '')
  return (
    <Frame
      view={view}
      title={`Écrire à ${card.name}`}
      intro={
        'Votre message part par courriel. La personne vous répond à l’adresse que vous donnez ; la sienne n’est pas montrée.'
      }
      breadcrumb={[
        { label: 'Animatrices et animateurs', href: cardPaths.cards(base) },
        { label: card.name, href: cardPaths.card(base, card.personId) },
      ]}
      problems={state.problems}
    >
      <Form action={cardPaths.message(base, card.personId)}>
        <TextField
          name="nom"
          label="Votre nom"
          value={typed('nom')}
          error={problemOf(state.problems, 'nom')}
          autocomplete="name"
        />
        <TextField
          name="courriel"
          label="Votre courriel"
          type="email"
          value={typed('courriel')}
          error={problemOf(state.problems, 'courriel')}
          autocomplete="email"
        />
        <TextArea
          name="message"
          label="Votre message"
          hint="N’écrivez ni mot de passe, ni numéro de sécurité sociale, ni numéro de carte."
          value={typed('message')}
          error={problemOf(state.problems, 'message')}
          rows={7}
        />
        <div class="visually-hidden" aria-hidden="true">
          <label for="champ-site">Site (laissez vide)</label>
          <input id="champ-site" name="site" tabindex={-1} autocomplete="off" value={typed('site')} />
        </div>
        <Actions>
          <Button icon="mail">Envoyer le message</Button>
          <a href={cardPaths.card(base, card.personId)}>Annuler</a>
        </Actions>
        <p class="muted">
          Votre nom, votre courriel et votre message sont envoyés à cette personne. Le courriel est effacé du
          site au bout de 90 jours.
        </p>
      </Form>
    </Frame>
  )
}
