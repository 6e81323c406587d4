import { day } from '../../kernel/day.ts'
import { ButtonLink } from '../button.tsx'
import { Deadlines } from '../deadlines.tsx'
import { MemberPage } from '../member-page.tsx'
import type { StoryLook } from '../story.ts'
import { LONG_NAME, sampleMemberSite, TODAY } from '../story-samples.ts'

export function boardPage(look: StoryLook) {
  return (
    <MemberPage
      site={sampleMemberSite(look, 'Aujourd’hui')}
      title="Aujourd’hui"
      heading="Vendredi 5 juin 2026"
      intro="Deux actes sont en retard. Une lettre est à poster avant mercredi."
      act={
        <ButtonLink href="#ics" look="plain" icon="calendar" download>
          Ajouter à mon agenda
        </ButtonLink>
      }
      width="full"
    >
      <Deadlines
        today={TODAY}
        groups={[
          {
            title: 'En retard',
            late: true,
            items: [
              {
                day: day('2026-05-31'),
                text: 'La fiche de l’espace numérique de Valmer n’a pas été confirmée ce semestre.',
                reason: 'Article 4 : une relecture par semestre',
                act: { label: 'Relancer', about: 'la commune de Valmer', href: '#1' },
              },
              {
                day: day('2026-06-02'),
                text: 'Trois casques de réalité virtuelle n’ont pas été rendus par La Passerelle.',
                reason: 'Prêt de 30 jours commencé le 3 mai 2026',
                act: { label: 'Voir le prêt', about: 'de La Passerelle', href: '#2' },
              },
            ],
          },
          {
            title: 'Cette semaine',
            items: [
              {
                day: day('2026-06-10'),
                text: `${LONG_NAME} attend votre réponse sur sa demande de label.`,
                reason: 'Déposée le 10 avril 2026, deux mois pour répondre',
                act: { label: 'Instruire', about: 'la demande de label', href: '#3' },
              },
            ],
          },
          {
            title: 'À venir',
            items: [
              {
                day: day('2026-06-16'),
                text: 'La convention avec la commune de Valmer se reconduit d’un an, si personne ne la dénonce.',
                reason: 'Article 8 : période initiale finie le 15 juin 2026',
                act: { label: 'Ouvrir', about: 'la convention de Valmer', href: '#4' },
              },
              {
                day: day('2026-09-30'),
                text: 'Un comité de pilotage reste à réunir cette année avec la communauté de communes des Marais.',
                reason: 'Article 7 : deux réunions par an, une tenue le 14 janvier',
                act: { label: 'Convoquer', about: 'le comité', href: '#5' },
              },
            ],
          },
        ]}
      />
    </MemberPage>
  )
}
