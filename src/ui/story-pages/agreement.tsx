import { day } from '../../kernel/day.ts'
import { Annotated, AnnotatedText, ArticleTitle } from '../annotated.tsx'
import { ButtonLink } from '../button.tsx'
import { MemberPage } from '../member-page.tsx'
import type { StoryLook } from '../story.ts'
import { sampleMemberSite, TODAY } from '../story-samples.ts'
import { Tag } from '../tag.tsx'
import { DayText } from '../time.tsx'
import { Timeline } from '../timeline.tsx'
import { Why } from '../why.tsx'

export function agreementPage(look: StoryLook) {
  return (
    <MemberPage
      site={sampleMemberSite(look, 'Conventions')}
      title="Convention avec la commune de Valmer"
      kicker="Convention 2023-014"
      breadcrumb={[{ label: 'Conventions', href: '#conventions' }]}
      act={
        <>
          <ButtonLink href="#acte">Préparer un acte</ButtonLink>
          <ButtonLink href="#pdf" look="plain" icon="download" download>
            PDF
          </ButtonLink>
        </>
      }
      intro={
        <>
          <Tag state="positive">En vigueur</Tag> Elle se reconduit d’elle-même le 16 juin 2026, dans 11 jours.
        </>
      }
      width="full"
    >
      <Timeline
        today={TODAY}
        points={[
          { day: day('2023-06-16'), label: 'Dernière signature', detail: 'Entrée en vigueur, art. 8' },
          { day: day('2023-09-04'), label: 'Label accordé à deux lieux' },
          { day: day('2025-03-01'), label: 'Avenant n° 1 en effet' },
          { day: day('2026-06-15'), label: 'Fin de la période initiale' },
          {
            day: day('2026-06-16'),
            label: 'Reconduction d’un an',
            detail: 'Sauf dénonciation',
            conditional: true,
          },
          { day: day('2027-03-15'), label: 'Dernier jour pour dénoncer', conditional: true },
        ]}
      />
      <AnnotatedText>
        <Duties />
        <Duration />
        <Silent />
      </AnnotatedText>
    </MemberPage>
  )
}

function Duties() {
  return (
    <Annotated
      id="art-4"
      state={
        <>
          <p>
            <Tag state="danger">En retard</Tag>
          </p>
          <p>Une fiche sur deux reste à confirmer pour ce semestre.</p>
        </>
      }
      note={
        <>
          <p>
            À tenir avant le <DayText day={day('2026-06-30')} today={TODAY} />.
          </p>
          <p>
            Preuve : <a href="#fiche">fiche de la médiathèque</a>, confirmée le 12 mai 2026.
          </p>
          <p>
            <a href="#relancer">Relancer la commune</a>
          </p>
        </>
      }
    >
      <ArticleTitle id="art-4" number="Article 4">
        Ce que fait la commune
      </ArticleTitle>
      <p>
        La commune tient à jour la fiche de chacun de ses lieux, ainsi que la liste des services qu’on y
        trouve. Elle les relit au moins une fois par semestre.
      </p>
      <p>
        Elle rend compte de l’activité de ses lieux par un bilan annuel, remis avant la fin du mois de mars.
      </p>
    </Annotated>
  )
}

function Duration() {
  return (
    <Annotated
      id="art-8"
      state={
        <>
          <p>
            <Tag state="positive">En vigueur</Tag>
          </p>
          <p>
            Période initiale jusqu’au <DayText day={day('2026-06-15')} today={TODAY} />, puis reconduite
            d’année en année.
          </p>
        </>
      }
      note={
        <>
          <Why
            about="le 15 juin 2026"
            steps={[
              { term: 'Article', text: 'Article 8 : trois ans à compter de la dernière signature.' },
              { term: 'Déclencheur', text: 'Signature de la commune, le 16 juin 2023.' },
              { term: 'Calcul', text: '16 juin 2023 + 3 ans, veille comprise : 15 juin 2026.' },
            ]}
          />
          <p>
            <a href="#et-si">Et si la convention était dénoncée ?</a>
          </p>
        </>
      }
    >
      <ArticleTitle id="art-8" number="Article 8">
        Durée et dénonciation
      </ArticleTitle>
      <p>
        La convention prend effet le jour où le dernier des deux partenaires la signe. Elle dure trois ans.
        Elle se reconduit ensuite d’année en année, sans formalité.
      </p>
      <p>
        Chacun peut y mettre fin à tout moment, par lettre recommandée avec avis de réception. Le préavis est
        de trois mois à compter de l’envoi.
      </p>
    </Annotated>
  )
}

function Silent() {
  return (
    <Annotated id="art-13">
      <ArticleTitle id="art-13" number="Article 13">
        Différends
      </ArticleTitle>
      <p>Les partenaires cherchent d’abord un accord amiable. À défaut, le tribunal administratif tranche.</p>
    </Annotated>
  )
}
