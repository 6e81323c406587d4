import { day } from '../../kernel/day.ts'
import { ButtonLink } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { PublicPage } from '../public-page.tsx'
import { WithSide } from '../split.tsx'
import type { StoryLook } from '../story.ts'
import { sampleSite, TODAY } from '../story-samples.ts'
import { SummaryList } from '../summary-list.tsx'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'
import { DayText } from '../time.tsx'

const WEEK = [
  { name: 'Lundi', morning: 'Fermé', afternoon: '14 h – 18 h' },
  { name: 'Mardi', morning: '9 h – 12 h', afternoon: '14 h – 18 h' },
  { name: 'Mercredi', morning: '9 h – 12 h', afternoon: '14 h – 18 h' },
  { name: 'Jeudi', morning: '9 h – 12 h', afternoon: 'Fermé' },
  { name: 'Vendredi', morning: '9 h – 12 h', afternoon: '14 h – 18 h' },
  { name: 'Samedi', morning: '9 h – 12 h 30', afternoon: 'Fermé' },
]

export function placePage(look: StoryLook) {
  return (
    <PublicPage
      site={sampleSite(look)}
      title="Espace numérique de Valmer"
      kicker="Lieu du réseau"
      breadcrumb={[
        { label: 'Accueil', href: '#accueil' },
        { label: 'Trouver un lieu', href: '#lieux' },
        { label: 'Valmer', href: '#valmer' },
      ]}
      act={
        <ButtonLink href="#itineraire" icon="pin">
          Venir ici
        </ButtonLink>
      }
      intro={
        <>
          <Tag state="positive">Ouvert jusqu’à 18 h</Tag> On vous y aide à remplir un papier en ligne, sans
          rendez-vous et gratuitement.
        </>
      }
      width="full"
    >
      <WithSide side={<Facts />} at="end" lead={<Contact />}>
        <h2>Ce que vous pouvez y faire</h2>
        <ul>
          <li>Remplir un papier en ligne, avec un agent à côté de vous</li>
          <li>Apprendre à envoyer un mail, en petit groupe</li>
          <li>Utiliser un ordinateur ou imprimer, dix pages offertes</li>
        </ul>
        <Table
          caption="Horaires"
          columns={[
            { label: 'Jour', cell: (row) => row.name, header: true },
            { label: 'Matin', cell: (row) => row.morning },
            { label: 'Après-midi', cell: (row) => row.afternoon },
          ]}
          rows={WEEK}
        />
        <Notice state="info" title="Fermé du 3 au 15 août 2026.">
          <p>La Passerelle, à 4 km, reste ouverte tout l’été.</p>
        </Notice>
        <h2>Comment venir</h2>
        <p>
          Arrêt « Port », bus 2 et 5, à deux minutes à pied. Entrée de plain-pied, porte automatique. Une
          place de stationnement réservée devant la porte.
        </p>
        <p>
          <a href="#erreur">Signaler une erreur sur cette fiche</a>
        </p>
      </WithSide>
    </PublicPage>
  )
}

function Contact() {
  return (
    <SummaryList
      rows={[
        { term: 'Adresse', value: '4, quai des Harengs, 50999 Valmer' },
        { term: 'Téléphone', value: <a href="tel:+33199000000">01 99 00 00 00</a> },
        { term: 'Courriel', value: <a href="mailto:espace@valmer.example">espace@valmer.example</a> },
      ]}
    />
  )
}

function Facts() {
  return (
    <SummaryList
      rows={[
        {
          term: 'Label',
          value: (
            <>
              <Tag state="positive">EPN des Rivages</Tag> <a href="#preuve">Voir la preuve</a>
            </>
          ),
        },
        { term: 'Fiche confirmée le', value: <DayText day={day('2026-05-12')} today={TODAY} /> },
      ]}
    />
  )
}
