import type { Story } from './story.ts'
import { LONG_NAME } from './story-samples.ts'
import { SummaryList } from './summary-list.tsx'
import { TaskList } from './task-list.tsx'

export const stories: Story[] = [
  {
    name: 'Récapitulatif',
    render: () => (
      <SummaryList
        rows={[
          {
            term: 'Partenaire',
            value: 'Commune de Valmer',
            act: { label: 'Modifier', about: 'le partenaire', href: '#a' },
          },
          { term: 'Représentée par', value: 'Madame la maire' },
          { term: 'Lieu', value: LONG_NAME, act: { label: 'Modifier', about: 'le lieu', href: '#b' } },
          { term: 'Délibération', value: <span class="muted">Non renseignée</span> },
        ]}
      />
    ),
  },
  {
    name: 'Récapitulatif d’une ligne',
    render: () => <SummaryList rows={[{ term: 'Durée', value: '3 ans' }]} />,
  },
  {
    name: 'Liste de tâches',
    render: () => (
      <TaskList
        tasks={[
          { label: 'Votre structure', href: '#structure', state: 'positive', word: 'Complet' },
          {
            label: 'Les lieux concernés',
            href: '#lieux',
            state: 'warning',
            word: 'À compléter',
            hint: 'Il manque les horaires.',
          },
          { label: 'Les pièces', href: '#pieces', state: 'pending', word: 'À commencer' },
          {
            label: 'Relire et envoyer',
            state: 'neutral',
            word: 'Pas encore',
            hint: 'Possible quand tout est complet.',
          },
        ]}
      />
    ),
  },
]
