import { day } from '../kernel/day.ts'
import type { Story } from './story.ts'
import { LONG_NAME, TODAY } from './story-samples.ts'
import { Timeline } from './timeline.tsx'
import { Why } from './why.tsx'

export const stories: Story[] = [
  {
    name: 'Passé et à venir',
    render: () => (
      <Timeline
        today={TODAY}
        points={[
          { day: day('2023-06-16'), label: 'Dernière signature', detail: 'Entrée en vigueur' },
          { day: day('2025-11-03'), label: 'Avenant n° 1' },
          { day: day('2026-06-15'), label: 'Fin de la période initiale' },
          {
            day: day('2026-06-16'),
            label: 'Reconduction d’un an',
            conditional: true,
            detail: 'Sauf dénonciation',
          },
          { day: day('2027-06-15'), label: 'Fin de la période reconduite', conditional: true },
        ]}
      />
    ),
  },
  { name: 'Sans autre date', render: () => <Timeline today={TODAY} points={[]} /> },
  {
    name: 'Libellé long, un siècle',
    render: () => (
      <Timeline
        today={TODAY}
        points={[
          { day: day('1926-01-01'), label: LONG_NAME },
          { day: day('2030-01-01'), label: LONG_NAME, detail: LONG_NAME },
        ]}
      />
    ),
  },
  {
    name: 'Pourquoi',
    render: () => (
      <Why
        about="le 17 septembre 2026"
        steps={[
          { term: 'Article', text: 'Article 8 de la convention' },
          { term: 'Déclencheur', text: 'Lettre déposée le 17 juin 2026' },
          { term: 'Calcul', text: '17 juin 2026 + 3 mois = 17 septembre 2026' },
          { term: 'Lecture retenue', text: 'Le dernier jour est compris.' },
        ]}
      />
    ),
  },
]
