import { day } from '../../kernel/day.ts'
import { ButtonLink } from '../button.tsx'
import { Confirmation } from '../confirmation.tsx'
import { Actions } from '../form.tsx'
import { MemberPage } from '../member-page.tsx'
import type { StoryLook } from '../story.ts'
import { sampleMemberSite, TODAY } from '../story-samples.ts'
import { DayText } from '../time.tsx'
import { Why } from '../why.tsx'

export function confirmationPage(look: StoryLook) {
  return (
    <MemberPage
      site={sampleMemberSite(look, 'Conventions')}
      title="La dénonciation est enregistrée"
      breadcrumb={[
        { label: 'Conventions', href: '#conventions' },
        { label: 'Commune de Valmer', href: '#valmer' },
      ]}
    >
      <Confirmation done="Lettre déposée le 5 juin 2026, récépissé joint." reference="Acte 2026-0417">
        <h2>Ce qui va se passer</h2>
        <ul>
          <li>
            La convention reste en vigueur jusqu’au <DayText day={day('2026-09-05')} today={TODAY} />.
          </li>
          <li>La commune de Valmer est prévenue par courriel.</li>
          <li>
            Les deux lieux gardent leur label jusqu’à cette date, puis quittent la carte des lieux labellisés.
          </li>
        </ul>
        <Why
          about="le 5 septembre 2026"
          steps={[
            { term: 'Article', text: 'Article 8 : trois mois à compter de l’envoi.' },
            { term: 'Calcul', text: '5 juin 2026 + 3 mois = 5 septembre 2026.' },
          ]}
        />
      </Confirmation>
      <Actions>
        <ButtonLink href="#valmer">Revenir à la convention</ButtonLink>
        <ButtonLink href="#recepisse" look="quiet" download>
          Télécharger le récépissé
        </ButtonLink>
      </Actions>
    </MemberPage>
  )
}
