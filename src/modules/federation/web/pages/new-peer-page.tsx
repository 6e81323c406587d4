import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import type { Direction } from '../../domain/peer.ts'
import { federationPaths as paths } from '../federation.paths.ts'

const WORDS: Record<Direction, { title: string; intro: string; button: string }> = {
  source: {
    title: 'Suivre un réseau',
    intro:
      'Ses lieux publiés seront montrés sur votre carte, avec le nom de leur réseau. Il reste seul à pouvoir les changer.',
    button: 'Suivre ce réseau',
  },
  reader: {
    title: 'Laisser un réseau lire nos lieux',
    intro:
      'Il montrera vos lieux publiés et leurs labels, avec le nom de votre réseau. Vous restez seuls à pouvoir les changer. Aucune adresse personnelle ne part.',
    button: 'Laisser ce réseau nous lire',
  },
}

interface NewPeerProps {
  view: View
  direction: Direction
  state: FormState
}

export function NewPeerPage({ view, direction, state: { values, problems } }: NewPeerProps) {
  const { base } = view.network
  const { title, intro, button } = WORDS[direction]
  const field = (name: string) => ({
    name,
    value: typeof values[name] === 'string' ? values[name] : '',
    error: problemOf(problems, name),
  })
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      intro={intro}
      breadcrumb={[{ label: 'Réseaux suivis', href: paths.home(base) }]}
      problems={problems}
    >
      <Form action={direction === 'source' ? paths.newSource(base) : paths.newReader(base)}>
        <TextField {...field('nom')} label="Nom du réseau" width="medium" autocomplete="off" />
        <TextField
          {...field('adresse')}
          label="Son adresse"
          hint="Affichée dans ses propres réglages, par exemple https://exemple.fr/n/manche."
          autocomplete="off"
        />
        <TextField
          {...field('empreinte')}
          label="L’empreinte de sa clé"
          hint="43 signes. Les espaces ne comptent pas."
          autocomplete="off"
        />
        {direction === 'reader' && (
          <TextField
            {...field('departements')}
            label="Départements qu’il peut lire (facultatif)"
            hint="Par exemple 14, 50, 61. Sans numéro, il lit tous vos lieux publiés."
            width="medium"
            autocomplete="off"
          />
        )}
        <Actions>
          <Button>{button}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}
