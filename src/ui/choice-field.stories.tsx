import { Checkbox, Checkboxes, Radios, Select } from './choice-field.tsx'
import type { Story } from './story.ts'
import { LONG_NAME } from './story-samples.ts'

const SERVICES = [
  { value: 'demarches', label: 'Remplir un papier en ligne', hint: 'Aide aux démarches administratives' },
  { value: 'courriel', label: 'Apprendre à envoyer un mail', hint: 'Prise en main des outils numériques' },
  { value: 'fabrication', label: 'Fabriquer ou réparer un objet', hint: 'Fabrication numérique' },
]

export const stories: Story[] = [
  {
    name: 'Boutons radio',
    render: () => (
      <Radios
        name="portee"
        label="Que voulez-vous résilier ?"
        choices={[
          { value: 'tout', label: 'Toute la convention' },
          { value: 'partie', label: 'Une partie', hint: 'Vous choisirez les lieux à l’étape suivante.' },
        ]}
        value="partie"
      />
    ),
  },
  {
    name: 'Boutons radio en erreur',
    render: () => (
      <Radios
        name="portee"
        label="Que voulez-vous résilier ?"
        error="Choisissez ce que vous voulez résilier."
        choices={[
          { value: 'tout', label: 'Toute la convention' },
          { value: 'partie', label: LONG_NAME },
        ]}
      />
    ),
  },
  {
    name: 'Cases à cocher',
    render: () => (
      <Checkboxes
        name="services"
        label="Que peut-on faire dans ce lieu ?"
        hint="Plusieurs réponses possibles."
        choices={SERVICES}
        values={['demarches', 'fabrication']}
      />
    ),
  },
  {
    name: 'Case seule',
    render: () => (
      <>
        <Checkbox name="accord" label="J’ai lu la convention et j’accepte de la signer." checked />
        <Checkbox
          name="mandat"
          label="Je suis habilité à engager ma structure."
          hint="Votre délégation de signature sera jointe."
          error="Cochez la case pour confirmer votre habilitation."
        />
      </>
    ),
  },
  {
    name: 'Liste déroulante',
    render: () => (
      <Select
        name="commune"
        label="Commune"
        prompt="Choisir une commune"
        choices={[
          { value: '1', label: 'Valmer' },
          { value: '2', label: 'Port-Sainte-Aude' },
          { value: '3', label: LONG_NAME },
        ]}
        value="2"
      />
    ),
  },
]
