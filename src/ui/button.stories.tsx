import { Button, ButtonLink } from './button.tsx'
import { Actions } from './form.tsx'
import type { Story } from './story.ts'

export const stories: Story[] = [
  {
    name: 'Les quatre allures',
    render: () => (
      <Actions>
        <Button>Enregistrer la dénonciation</Button>
        <Button look="plain">Enregistrer le brouillon</Button>
        <Button look="danger">Retirer ce lieu</Button>
        <Button look="quiet">Revenir à la liste</Button>
      </Actions>
    ),
  },
  {
    name: 'Liens et icônes',
    render: () => (
      <Actions>
        <ButtonLink href="#nouveau" icon="plus">
          Préparer une convention
        </ButtonLink>
        <ButtonLink href="#pdf" look="plain" icon="download" download>
          Télécharger le PDF
        </ButtonLink>
        <ButtonLink href="#retour" look="quiet">
          Annuler
        </ButtonLink>
      </Actions>
    ),
  },
  {
    name: 'Libellé long',
    render: () => (
      <Button icon="mail">
        Prévenir par courriel les vingt-trois communes dont la fiche n’a pas été confirmée ce semestre
      </Button>
    ),
  },
]
