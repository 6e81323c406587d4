import { ButtonLink } from './button.tsx'
import { Confirmation } from './confirmation.tsx'
import { EmptyState } from './empty-state.tsx'
import { Notice } from './notice.tsx'
import { Progress } from './progress.tsx'
import type { Story } from './story.ts'
import { LONG_NAME } from './story-samples.ts'

export const stories: Story[] = [
  {
    name: 'Réussite',
    render: () => (
      <Notice state="positive" live title="La fiche est enregistrée.">
        <p>La commune de Valmer est prévenue par courriel.</p>
      </Notice>
    ),
  },
  {
    name: 'Avertissement long',
    render: () => <Notice state="warning" title={`La fiche « ${LONG_NAME} » n’a pas été confirmée.`} />,
  },
  {
    name: 'Information et erreur',
    render: () => (
      <>
        <Notice state="info" title="Cette lecture est à confirmer par votre service juridique." />
        <Notice state="danger" title="Le fichier n’a pas pu être lu.">
          <p>Il est vide. Vérifiez l’export de votre tableur, puis envoyez-le à nouveau.</p>
        </Notice>
      </>
    ),
  },
  {
    name: 'Confirmation',
    render: () => (
      <Confirmation done="La convention est dénoncée." reference="Récépissé 2026-0417">
        <p>Elle reste en vigueur jusqu’au 17 septembre 2026.</p>
      </Confirmation>
    ),
  },
  {
    name: 'Rien encore',
    render: () => (
      <EmptyState
        title="Rien à faire aujourd’hui"
        act={
          <ButtonLink href="#suite" look="plain">
            Voir les prochaines échéances
          </ButtonLink>
        }
      >
        <p>Toutes vos échéances sont tenues. La prochaine est le 17 juin.</p>
      </EmptyState>
    ),
  },
  {
    name: 'Avancement',
    render: () => (
      <Progress
        label="Import de 13 241 lieux"
        done={4200}
        total={13241}
        sentence="4 200 lignes lues sur 13 241."
        refreshHref="#avancement-import"
      />
    ),
  },
  {
    name: 'Avancement inconnu',
    render: () => (
      <Progress
        label="Lecture du fichier"
        done={0}
        total={null}
        sentence="La lecture commence."
        refreshHref="#lecture"
      />
    ),
  },
]
