import type { Story } from './story.ts'
import { LONG_NAME } from './story-samples.ts'
import { DateField, TextArea, TextField } from './text-field.tsx'

export const stories: Story[] = [
  {
    name: 'Texte',
    render: () => <TextField name="nom" label="Nom du lieu" hint="Tel qu’il est écrit sur la porte." />,
  },
  {
    name: 'Texte en erreur, saisie gardée',
    render: () => (
      <TextField
        name="courriel"
        label="Adresse électronique"
        type="email"
        autocomplete="email"
        value="accueil@valmer"
        hint="Nous y enverrons la confirmation."
        error="Complétez l’adresse électronique, par exemple nom@exemple.fr."
      />
    ),
  },
  { name: 'Texte long', render: () => <TextField name="nom" label={LONG_NAME} value={LONG_NAME} optional /> },
  {
    name: 'Nombre, téléphone',
    render: () => (
      <>
        <TextField
          name="duree"
          label="Durée de la convention"
          inputmode="numeric"
          width="short"
          suffix="ans"
          value="3"
        />
        <TextField name="telephone" label="Téléphone" type="tel" autocomplete="tel" width="medium" optional />
      </>
    ),
  },
  {
    name: 'Plusieurs lignes',
    render: () => (
      <TextArea
        name="motif"
        label="Motif"
        hint="Deux ou trois phrases suffisent."
        value="Fermeture pour travaux."
      />
    ),
  },
  {
    name: 'Date',
    render: () => <DateField name="depot" label="Date de dépôt de la lettre" value="17/06/2026" />,
  },
  {
    name: 'Date en erreur',
    render: () => (
      <DateField
        name="depot"
        label="Date de dépôt de la lettre"
        value="31/02/2026"
        error="Le 31 février 2026 n’existe pas. Vérifiez le jour et le mois."
      />
    ),
  },
]
