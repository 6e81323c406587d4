import { day } from '../../kernel/day.ts'
import { LinkList } from '../link-list.tsx'
import { PublicPage } from '../public-page.tsx'
import { ResultList } from '../result-list.tsx'
import { SearchForm } from '../search-field.tsx'
import type { StoryLook } from '../story.ts'
import { sampleSite, TODAY } from '../story-samples.ts'
import { DayText } from '../time.tsx'

export function homePage(look: StoryLook) {
  return (
    <PublicPage
      site={sampleSite(look)}
      title="Accueil"
      heading="De l’aide avec le numérique, près de chez vous"
      intro="217 lieux vous accueillent, souvent sans rendez-vous. Dites-nous ce qu’il vous faut, nous vous dirons où aller."
      width="full"
      opening={
        <SearchForm
          action="#lieux"
          label="Une commune, un besoin ou un nom de lieu"
          button="Trouver un lieu"
        />
      }
    >
      <h2>Je voudrais…</h2>
      <LinkList
        items={[
          {
            label: 'Remplir un papier en ligne',
            hint: 'Impôts, retraite, carte grise, allocations',
            href: '#1',
          },
          { label: 'Apprendre à me servir d’un ordinateur', hint: 'Débuter, à son rythme', href: '#2' },
          { label: 'Envoyer un mail, une photo', hint: 'Communiquer avec ses proches', href: '#3' },
          { label: 'Utiliser un ordinateur ou imprimer', hint: 'En accès libre', href: '#4' },
          { label: 'Protéger mes données, éviter les pièges', hint: 'Sécurité et vie privée', href: '#5' },
          { label: 'Fabriquer ou réparer un objet', hint: 'Ateliers de fabrication numérique', href: '#6' },
        ]}
      />
      <h2>Les prochains ateliers</h2>
      <ResultList
        level={3}
        results={[
          {
            title: 'Déclarer ses revenus sans se tromper',
            href: '#a1',
            line: (
              <>
                <span>
                  <DayText day={day('2026-06-09')} today={TODAY} />, de 14 h à 16 h
                </span>
                <span class="muted">Espace numérique de Valmer</span>
                <span class="muted">Il reste 4 places</span>
              </>
            ),
          },
          {
            title: 'Ranger les photos de son téléphone',
            href: '#a2',
            line: (
              <>
                <span>
                  <DayText day={day('2026-06-11')} today={TODAY} />, de 10 h à 11 h 30
                </span>
                <span class="muted">La Passerelle, Port-Sainte-Aude</span>
                <span class="muted">Sans inscription</span>
              </>
            ),
          },
        ]}
      />
      <p>
        <a href="#agenda">Voir tout l’agenda</a>
      </p>
    </PublicPage>
  )
}
