import type { FormState } from '../../../../../platform/http/form.ts'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { ModelSheet } from '../../../data/catalogue/catalogue.queries.ts'

interface ModelFieldsProps {
  state: FormState
  /** Null: it is being added. */
  model: ModelSheet | null
}

/** All that is written about a model. EQP-103. */
export function ModelFields({ state: { values, problems }, model }: ModelFieldsProps) {
  const field = (name: string, kept = '') => ({
    name,
    value: String(values[name] ?? kept),
    error: problemOf(problems, name),
  })
  const minutes = { width: 'short', inputmode: 'numeric', suffix: 'minutes' } as const
  return (
    <>
      <TextField {...field('nom', model?.name)} label="Nom du modèle" />
      <TextField {...field('fabricant', model?.maker)} label="Fabricant" optional />
      <TextField {...field('categorie', model?.category)} label="Catégorie" width="medium" />
      <TextArea {...field('description', model?.description)} label="Description" optional rows={3} />
      <TextField
        {...field('prerequis', model?.prerequisites)}
        label="Ce qu’il faut savoir ou avoir pour s’en servir"
        hint="Montré avant la demande : un certificat de pilote, un âge…"
        optional
      />
      <TextArea
        {...field('logiciels', model?.software.join('\n'))}
        label="Logiciels installés"
        hint="Un par ligne. Les emprunteurs les lisent sur la page du modèle."
        optional
        rows={3}
      />
      <FieldGroup legend="La malle de transport">
        <TextField
          {...field('poids', decimal(model?.caseGrams, 1000))}
          label="Poids"
          width="short"
          suffix="kg"
          optional
        />
        <TextField
          {...field('volume', decimal(model?.caseLitres, 1))}
          label="Volume"
          width="short"
          inputmode="numeric"
          suffix="litres"
          optional
        />
      </FieldGroup>
      <TextField
        {...field('valeur', decimal(model?.replacementCents, 100))}
        label="Valeur de remplacement"
        width="short"
        suffix="€"
        optional
      />
      <TextField
        {...field('preparation', String(model?.prepMinutes ?? 0))}
        {...minutes}
        label="Préparation avant un retrait"
      />
      <TextField
        {...field('remise', String(model?.turnaroundMinutes ?? 120))}
        {...minutes}
        label="Remise en état après un retour"
      />
    </>
  )
}

/** As one types it back; nothing when it is unknown. */
function decimal(value: number | null | undefined, unit: number): string {
  return value ? String(value / unit).replace('.', ',') : ''
}
