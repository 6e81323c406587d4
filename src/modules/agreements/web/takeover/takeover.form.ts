import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { optionalDay, optionalText, requiredText } from '../../../../platform/http/fields.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { ORGANISATION_KINDS, siretField } from '../../../identity/index.ts'
import type { BespokeFields } from '../../domain/bespoke-terms.ts'
import { KNOWN_ACTS, type KnownAct } from '../../domain/takeover.ts'

/** Rows of acts in the form: what came later is recorded on the agreement's own page. */
export const MOST_ROWS = 20

const count = (wrong: string, most = 99) =>
  z
    .string()
    .default('')
    .transform((text, check): number | null => {
      if (text === '') return null
      if (/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text)
      check.addIssue({ code: 'custom', message: wrong })
      return z.NEVER
    })

const presence = z.enum(['oui', 'non', 'inconnu']).default('inconnu')

const rowFields = (row: number) => ({
  [`acte${row}`]: z.union([z.literal(''), z.enum(KNOWN_ACTS)]).default(''),
  [`acte${row}_date`]: optionalDay,
  [`acte${row}_partie`]: z.enum(['', 'tete', 'partenaire']).default(''),
  [`acte${row}_duree`]: count(`Acte ${row} : écrivez un nombre d’années entre 1 et 99.`),
  [`acte${row}_fin`]: optionalDay,
})

const rows = Object.assign({}, ...Array.from({ length: MOST_ROWS }, (_, index) => rowFields(index + 1)))

export const takeoverForm = z
  .object({
    reference: optionalText(40),
    structure: z
      .string()
      .default('')
      .transform((value): OrganisationId | 'nouvelle' | null => {
        if (value === 'nouvelle') return value
        return isId<'organisation'>(value) ? value : null
      }),
    partenaire: requiredText('Indiquez le nom du co-contractant.'),
    nature: z.enum(ORGANISATION_KINDS, { message: 'Choisissez la nature du co-contractant.' }),
    siret: siretField,
    commune: optionalText(),
    representant: optionalText(),
    qualite: optionalText(),
    document: z
      .instanceof(File)
      .optional()
      .transform((file) => (file && file.size > 0 ? file : null))
      .catch(null),
    document_recu: optionalText(600),
    garde_tete: optionalText(),
    garde_partenaire: optionalText(),
    modele: requiredText('Choisissez un modèle, ou les termes particuliers.'),
    duree: count('Écrivez un nombre d’années entre 1 et 99.'),
    reconduction: z.enum(['tacit', 'express', 'none_unless_agreed', 'unknown']).default('unknown'),
    reconduction_ans: count('Écrivez un nombre d’années entre 1 et 99.'),
    denonciation: presence,
    denonciation_mois: count('Écrivez un nombre de mois entre 1 et 99.'),
    demande: presence,
    demande_mois: count('Écrivez un nombre de mois entre 1 et 99.'),
    mise: presence,
    mise_jours: count('Écrivez un nombre de jours.', 3650),
    differend: presence,
    differend_jours: count('Écrivez un nombre de jours.', 3650),
    tribunal: optionalText(),
    art_duree: optionalText(20),
    art_reconduction: optionalText(20),
    art_denonciation: optionalText(20),
    art_demande: optionalText(20),
    art_mise: optionalText(20),
    art_differend: optionalText(20),
    signe_tete: optionalDay,
    signataire_tete: optionalText(),
    signe_partenaire: optionalDay,
    signataire_partenaire: optionalText(),
    lieux: optionalText(20_000),
    lieux_autres: optionalText(20_000),
    ...(rows as Record<string, z.ZodType<unknown>>),
  })
  .superRefine((typed, check) => {
    const wrong = (field: string, message: string) =>
      check.addIssue({ code: 'custom', path: [field], message })
    if (typed.modele === 'particuliers') checkBespoke(typed, wrong)
    for (let row = 1; row <= MOST_ROWS; row++) checkRow(typed, row, wrong)
  })

export type TakeoverTyped = z.output<typeof takeoverForm>

type Wrong = (field: string, message: string) => void

function checkBespoke(typed: Readonly<Record<string, unknown>>, wrong: Wrong): void {
  if (typed.duree === null) wrong('duree', 'Indiquez la durée écrite dans le document, en années.')
  if (typed.reconduction === 'tacit' && typed.reconduction_ans === null) {
    wrong('reconduction_ans', 'Indiquez la durée d’une reconduction tacite, en années.')
  }
  const delays = [
    ['denonciation', 'denonciation_mois', 'Indiquez le préavis de dénonciation, en mois.'],
    ['demande', 'demande_mois', 'Indiquez le délai de la demande d’avenant, en mois.'],
    ['mise', 'mise_jours', 'Indiquez le délai de la mise en demeure, en jours.'],
  ] as const
  for (const [clause, delay, message] of delays) {
    if (typed[clause] === 'oui' && typed[delay] === null) wrong(delay, message)
  }
}

/** Each row says what it lacks, under its own number. */
function checkRow(typed: Readonly<Record<string, unknown>>, row: number, wrong: Wrong): void {
  const [kind, on, party, years] = ['', '_date', '_partie', '_duree'].map(
    (part) => typed[`acte${row}${part}`],
  )
  if (kind === '' || kind === undefined) {
    if (on) wrong(`acte${row}`, `Acte ${row} : choisissez de quel acte il s’agit.`)
    return
  }
  if (!on) wrong(`acte${row}_date`, `Acte ${row} : indiquez sa date. Sans date, il ne peut pas compter.`)
  if (kind === 'renewal' && !years) {
    wrong(`acte${row}_duree`, `Acte ${row} : la durée de la reconduction est obligatoire.`)
  }
  const needsParty = !['renewal', 'amendment', 'meeting'].includes(String(kind))
  if (needsParty && party === '') wrong(`acte${row}_partie`, `Acte ${row} : dites quelle partie l’a envoyé.`)
}

/** The acts of the rows that were filled, the parties by their role. */
export function knownActs(typed: TakeoverTyped, [lead = '', partner = '']: readonly string[]): KnownAct[] {
  const read: Readonly<Record<string, unknown>> = typed
  return Array.from({ length: MOST_ROWS }, (_, index) => `acte${index + 1}`).flatMap((row) => {
    const [kind, on] = [read[row], read[`${row}_date`]] as [KnownAct['kind'] | '', KnownAct['on'] | null]
    if (!kind || !on) return []
    const by = read[`${row}_partie`]
    return {
      ...{ kind, on, party: by === 'tete' ? lead : by === 'partenaire' ? partner : null },
      years: read[`${row}_duree`] as number | null,
      newLastDay: read[`${row}_fin`] as KnownAct['newLastDay'],
    }
  })
}

export function bespokeFields(typed: TakeoverTyped): BespokeFields {
  const written: Readonly<Record<string, string>> = {
    initialYears: typed.art_duree,
    renewal: typed.art_reconduction,
    denunciation: typed.art_denonciation,
    amendmentRequest: typed.art_demande,
    formalNotice: typed.art_mise,
    dispute: typed.art_differend,
  }
  return {
    initialYears: typed.duree ?? 0,
    renewal: typed.reconduction,
    renewalYears: typed.reconduction_ans,
    denunciationMonths: typed.denonciation === 'oui' ? typed.denonciation_mois : null,
    requestMonths: typed.demande === 'oui' ? typed.demande_mois : null,
    noticeDays: typed.mise === 'oui' ? typed.mise_jours : null,
    dispute: typed.differend === 'oui' ? { days: typed.differend_jours, court: typed.tribunal } : null,
    articles: Object.fromEntries(Object.entries(written).filter(([, article]) => article !== '')),
  }
}

/** The names of the fields nobody could fill: told « inconnu » for ever, and never guessed. AGR-11. */
export function unknownIn(typed: TakeoverTyped): string[] {
  const asked = ['representant', 'signe_tete', 'signe_partenaire', 'lieux'] as const
  const empty = asked.filter((name) => !typed[name])
  if (typed.modele !== 'particuliers') return empty
  const clauses = ['denonciation', 'demande', 'mise', 'differend'] as const
  return [
    ...empty,
    ...(typed.reconduction === 'unknown' ? ['reconduction'] : []),
    ...clauses.filter((name) => typed[name] === 'inconnu'),
  ]
}
