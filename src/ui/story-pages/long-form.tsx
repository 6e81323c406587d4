import { Button, ButtonLink } from '../button.tsx'
import { Checkbox, Checkboxes, Radios, Select } from '../choice-field.tsx'
import { ErrorSummary, type Problem, problemOf } from '../error-summary.tsx'
import { FileField } from '../file-field.tsx'
import { Actions, FieldGroup, Form } from '../form.tsx'
import { MemberPage } from '../member-page.tsx'
import type { StoryLook } from '../story.ts'
import { sampleMemberSite } from '../story-samples.ts'
import { DateField, TextArea, TextField } from '../text-field.tsx'

const PROBLEMS: Problem[] = [
  { field: 'signature', message: 'Le 31 juin 2026 n’existe pas. Vérifiez le jour et le mois.' },
  { field: 'courriel', message: 'Complétez l’adresse électronique, par exemple nom@exemple.fr.' },
  { field: 'services', message: 'Cochez au moins un service.' },
]

export function longFormPage(look: StoryLook) {
  const problem = (field: string) => problemOf(PROBLEMS, field)
  return (
    <MemberPage
      site={sampleMemberSite(look, 'Conventions')}
      title="Préparer une convention"
      breadcrumb={[{ label: 'Conventions', href: '#conventions' }]}
      intro="Dites avec qui, pour combien de temps, pour quels lieux. Rien n’est envoyé avant votre relecture."
      failed
      before={<ErrorSummary problems={PROBLEMS} />}
    >
      <Form action="#convention" upload>
        <FieldGroup legend="Le partenaire">
          <Select
            name="partenaire"
            label="Structure"
            prompt="Choisir une structure"
            choices={[
              { value: '1', label: 'Commune de Valmer' },
              { value: '2', label: 'Communauté de communes des Marais' },
            ]}
            value="1"
          />
          <TextField name="representant" label="Représentée par" autocomplete="off" value="Madame la maire" />
          <TextField
            name="courriel"
            label="Adresse électronique du référent"
            type="email"
            autocomplete="off"
            hint="La convention lui sera proposée à la relecture."
            value="accueil@valmer"
            error={problem('courriel')}
          />
        </FieldGroup>
        <FieldGroup legend="La convention">
          <Radios
            name="modele"
            label="Modèle"
            value="pret"
            choices={[
              {
                value: 'label',
                label: 'Label et carte du réseau',
                hint: 'Trois ans, reconduite d’année en année',
              },
              { value: 'pret', label: 'Prêt de matériel', hint: 'Trois ans, sans reconduction prévue' },
            ]}
          />
          <DateField
            name="signature"
            label="Date de signature prévue"
            value="31/06/2026"
            error={problem('signature')}
          />
          <TextField name="duree" label="Durée" inputmode="numeric" width="short" suffix="ans" value="3" />
          <Checkboxes
            name="services"
            label="Services concernés"
            error={problem('services')}
            choices={[
              { value: 'a', label: 'Aide aux démarches' },
              { value: 'b', label: 'Ateliers d’initiation' },
              { value: 'c', label: 'Accès libre et impression' },
            ]}
          />
          <TextArea name="presentation" label="Présentation du partenaire" rows={4} optional />
          <FileField
            name="deliberation"
            label="Délibération"
            hint="PDF, 20 Mo au plus."
            accept=".pdf"
            optional
          />
        </FieldGroup>
        <Checkbox name="avertir" label="Prévenir le référent par courriel dès l’enregistrement" checked />
        <Actions>
          <Button>Enregistrer le projet</Button>
          <ButtonLink href="#conventions" look="quiet">
            Annuler
          </ButtonLink>
        </Actions>
      </Form>
    </MemberPage>
  )
}
