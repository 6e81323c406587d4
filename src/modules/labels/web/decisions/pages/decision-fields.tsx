import type { Day } from '../../../../../kernel/day.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Capacity } from '../../../../identity/index.ts'
import type { Criterion, Grading } from '../../../domain/schemes/scheme.ts'
import { levelText } from '../decision-wording.ts'

const RESERVES = 3

/** Who signs: those whose power holds first. Without any, what is to be done. */
export function SignerField({ state, signers }: { state: FormState; signers: readonly Capacity[] }) {
  if (signers.length === 0)
    return (
      <Notice state="warning" title="Personne ne peut encore signer">
        <p>
          Enregistrez d’abord, sur la fiche de la structure tête de réseau, le mandat de la personne qui la
          représente ou une délégation pour les labels.
        </p>
      </Notice>
    )
  return (
    <Select
      {...fieldsOf(state)('signataire')}
      label="Signataire"
      hint="Un mandat ou une délégation pour les labels doit couvrir la date de la décision."
      prompt="Choisissez qui signe"
      choices={signers.map(({ holderName, quality, giver, mandateId, delegationId, moment }) => ({
        value: delegationId ? `${mandateId}.${delegationId}` : mandateId,
        label: `${holderName}, ${quality}${giver ? `, par délégation de ${giver.name}` : ''}${moment === 'in-force' ? '' : ' (hors période)'}`,
      }))}
    />
  )
}

export function LevelField({ state, grading }: { state: FormState; grading: Grading }) {
  if (grading.kind === 'binary') return null
  return (
    <Select
      {...fieldsOf(state)('niveau')}
      label="Niveau"
      prompt="Choisissez le niveau"
      choices={grading.levels.map(({ level }) => ({
        value: String(level),
        label: levelText(level, grading.unit),
      }))}
    />
  )
}

/** The day it is taken and the day it takes effect. */
export function DayFields({
  view,
  state,
  effect,
}: {
  view: View
  state: FormState
  effect?: Day | undefined
}) {
  const field = fieldsOf(state)
  return (
    <>
      <DateField {...field('date', typed(view.today))} label="Date de la décision" />
      <DateField {...field('effet', typed(effect ?? view.today))} label="Date d’effet" />
    </>
  )
}

export function ReasonsField({ state }: { state: FormState }) {
  return (
    <TextArea
      {...fieldsOf(state)('motifs')}
      label="Motifs"
      hint="Une ligne qui commence par « # » fait un titre, par « - » un point de liste. Obligatoires pour tout ce qui n’est pas un accord sans réserve."
      rows={8}
    />
  )
}

/** A line for each criterion, when there is something to say of it. */
export function CriteriaFields({ state, criteria }: { state: FormState; criteria: readonly Criterion[] }) {
  if (criteria.length === 0) return null
  const isOpen = criteria.some(({ code }) => String(state.values[`motif_${code}`] ?? '') !== '')
  return (
    <details open={isOpen}>
      <summary>Motifs critère par critère</summary>
      {criteria.map(({ code, title }) => (
        <TextArea {...fieldsOf(state)(`motif_${code}`)} label={`${code}, ${title}`} rows={2} optional />
      ))}
    </details>
  )
}

export function ReserveFields({ state }: { state: FormState }) {
  const texts = [state.values.reserve_texte ?? []].flat()
  const days = [state.values.reserve_date ?? []].flat()
  const { problems } = state
  const errorOf = (name: string, rank: number) =>
    rank === 0 ? problems.find(({ field }) => field === name)?.message : undefined
  const isOpen =
    texts.some(Boolean) ||
    state.values.sens === 'granted_with_reserve' ||
    problems.some(({ field }) => field?.startsWith('reserve_'))
  return (
    <details open={isOpen}>
      <summary>Réserves, si la décision en a</summary>
      {Array.from({ length: Math.max(RESERVES, texts.length) }, (_, rank) => (
        <>
          <TextField
            id={rank === 0 ? undefined : `champ-reserve_texte-${rank}`}
            name="reserve_texte"
            label={`Réserve ${rank + 1}`}
            value={texts[rank] ?? ''}
            error={errorOf('reserve_texte', rank)}
            optional
          />
          <DateField
            id={rank === 0 ? undefined : `champ-reserve_date-${rank}`}
            name="reserve_date"
            label={`À lever au plus tard le (réserve ${rank + 1})`}
            value={days[rank] ?? ''}
            error={errorOf('reserve_date', rank)}
            optional
          />
        </>
      ))}
    </details>
  )
}

/** What makes a decision contestable: its body, its addresses, its delay. */
export function RemediesFields({
  state,
  remedies,
  months,
}: {
  state: FormState
  remedies: string
  months: number | null
}) {
  const field = fieldsOf(state)
  return (
    <>
      <TextArea
        {...field('voies', remedies)}
        label="Voies et délais de recours"
        hint="Sans eux, aucun refus, réserve, suspension, retrait ni changement de niveau ne peut être signé."
        rows={6}
      />
      <TextField
        {...field('delai', months ? String(months) : '')}
        label="Délai pour contester, en mois"
        inputmode="numeric"
        width="short"
        suffix="mois"
      />
    </>
  )
}

export function OutcomeField({ state, value }: { state: FormState; value?: string | undefined }) {
  const field = fieldsOf(state)('sens', value)
  return (
    <Radios
      {...field}
      label="Décision"
      choices={[
        { value: 'granted', label: 'Attribuer le label' },
        {
          value: 'granted_with_reserve',
          label: 'Attribuer le label avec réserve',
          hint: 'Chaque réserve est écrite plus bas, avec sa date.',
        },
        { value: 'refused', label: 'Refuser le label' },
      ]}
    />
  )
}

export function typed(day: Day): string {
  const [year, month, number] = day.split('-')
  return `${number}/${month}/${year}`
}
