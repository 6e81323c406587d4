import { Bars } from './bars.tsx'
import { LineChart } from './line-chart.tsx'
import { StackedBars } from './stacked-bars.tsx'
import type { Story } from './story.ts'
import { LONG_NAME } from './story-samples.ts'

export const stories: Story[] = [
  {
    name: 'Barres',
    render: () => (
      <Bars
        id="visites"
        title="Valmer reçoit à elle seule la moitié des visites"
        subtitle="Visites du premier semestre 2026, par lieu"
        labelHead="Lieu"
        valueHead="Visites"
        csvHref="#csv"
        method="Comptées à l’accueil de chaque atelier. Sous cinq visites, le chiffre n’est pas montré."
        bars={[
          { label: 'Espace numérique de Valmer', value: 1248 },
          { label: 'La Passerelle', value: 640 },
          { label: LONG_NAME, value: 312 },
          { label: 'Point numérique du Bourg', value: { hidden: 'moins de 5' } },
        ]}
      />
    ),
  },
  {
    name: 'Barres, une seule',
    render: () => (
      <Bars
        id="une"
        title="Un seul lieu a compté ses visites"
        labelHead="Lieu"
        valueHead="Visites"
        bars={[{ label: 'Valmer', value: 12 }]}
      />
    ),
  },
  {
    name: 'Barres empilées',
    render: () => (
      <StackedBars
        id="ages"
        title="Les plus de 60 ans viennent d’abord pour les démarches"
        subtitle="Personnes accueillies en 2026, par âge"
        labelHead="Besoin"
        series={['Moins de 30 ans', '30 à 59 ans', '60 ans et plus', 'Non renseigné']}
        csvHref="#csv"
        bars={[
          { label: 'Remplir un papier en ligne', values: [40, 120, 310, 22] },
          { label: 'Apprendre à envoyer un mail', values: [12, 60, 180, 9] },
          { label: 'Fabriquer ou réparer un objet', values: [95, 70, 14, { hidden: 'moins de 5' }] },
        ]}
      />
    ),
  },
  {
    name: 'Courbe',
    render: () => (
      <LineChart
        id="prets"
        title="Les prêts de matériel ont doublé en deux ans"
        subtitle="Prêts par semestre"
        periodHead="Semestre"
        csvHref="#csv"
        periods={['1er 2024', '2e 2024', '1er 2025', '2e 2025', '1er 2026']}
        series={[
          { label: 'Casques de réalité virtuelle', values: [22, 31, 38, 41, 52] },
          { label: 'Imprimantes 3D', values: [12, 10, { hidden: 'moins de 5' }, 19, 24] },
        ]}
      />
    ),
  },
  {
    name: 'Courbe sans valeur',
    render: () => (
      <LineChart
        id="vide"
        title="Aucun prêt enregistré"
        periodHead="Semestre"
        periods={[]}
        series={[{ label: 'Prêts', values: [] }]}
      />
    ),
  },
]
