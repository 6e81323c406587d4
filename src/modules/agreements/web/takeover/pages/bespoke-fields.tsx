import type { FormState } from '../../../../../platform/http/form.ts'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'

/** What a text without template says of its dates, read by whoever holds it. */
export function BespokeFields({ state }: { state: FormState }) {
  const field = fieldsOf(state)
  return (
    <FieldGroup legend="Termes particuliers">
      <p class="muted">
        Seulement si le document ne suit aucun modèle. Ce que vous ne savez pas reste inconnu : aucune date
        n’en est tirée.
      </p>
      <Radios
        {...field('reconduction', 'unknown')}
        label="Reconduction"
        choices={[
          { value: 'tacit', label: 'Tacite' },
          { value: 'express', label: 'Expresse, par un acte signé' },
          { value: 'none_unless_agreed', label: 'Le document n’en prévoit pas' },
          { value: 'unknown', label: 'Je ne sais pas' },
        ]}
      />
      <TextField
        {...field('reconduction_ans')}
        label="Durée d’une reconduction tacite"
        optional
        inputmode="numeric"
        width="short"
        suffix="ans"
      />
      <Clause
        state={state}
        name="denonciation"
        label="Dénonciation possible"
        delay={{ name: 'denonciation_mois', label: 'Préavis', suffix: 'mois' }}
      />
      <Clause
        state={state}
        name="demande"
        label="Délai pour demander un avenant"
        delay={{ name: 'demande_mois', label: 'Avant la fin de validité', suffix: 'mois' }}
      />
      <Clause
        state={state}
        name="mise"
        label="Mise en demeure, puis résiliation"
        delay={{ name: 'mise_jours', label: 'Délai pour réparer', suffix: 'jours' }}
      />
      <Clause
        state={state}
        name="differend"
        label="Règlement des différends"
        delay={{ name: 'differend_jours', label: 'Phase amiable', suffix: 'jours' }}
      />
      <TextField {...field('tribunal')} label="Tribunal compétent" optional width="medium" />
      <details class="more">
        <summary>Numéros des articles, pour expliquer chaque date</summary>
        {ARTICLES.map(([name, label]) => (
          <TextField {...field(name)} label={label} optional width="short" />
        ))}
      </details>
    </FieldGroup>
  )
}

const ARTICLES = [
  ['art_duree', 'Article sur la durée'],
  ['art_reconduction', 'Article sur la reconduction'],
  ['art_denonciation', 'Article sur la dénonciation'],
  ['art_demande', 'Article sur les avenants'],
  ['art_mise', 'Article sur la résiliation'],
  ['art_differend', 'Article sur les différends'],
] as const

function Clause({
  state,
  name,
  label,
  delay,
}: {
  state: FormState
  name: string
  label: string
  delay: { name: string; label: string; suffix: string }
}) {
  const field = fieldsOf(state)
  return (
    <>
      <Radios
        {...field(name, 'inconnu')}
        label={label}
        choices={[
          { value: 'oui', label: 'Oui, le document le prévoit' },
          { value: 'non', label: 'Non' },
          { value: 'inconnu', label: 'Je ne sais pas' },
        ]}
      />
      <TextField
        {...field(delay.name)}
        label={delay.label}
        optional
        inputmode="numeric"
        width="short"
        suffix={delay.suffix}
      />
    </>
  )
}
