import { z } from 'zod'
import { oneOf, optionalDay, optionalText, requiredText, severalOf } from '../../../platform/http/fields.ts'
import type { FormState } from '../../../platform/http/form.ts'
import {
  type Figure,
  type InitiativeContent,
  LONGEST_SUMMARY,
  OPERATORS,
  STATES,
} from '../domain/initiative.ts'
import { FRAMEWORK, STAKES } from '../domain/stakes.ts'

/** How many figures the page has room for. */
export const FIGURES = 4

const figureFields = Object.fromEntries(
  Array.from({ length: FIGURES }, (_, rank) => rank + 1).flatMap((rank) => [
    [`chiffre_${rank}_quoi`, optionalText(120)],
    [`chiffre_${rank}_valeur`, optionalText(60)],
    [`chiffre_${rank}_annee`, optionalText(4)],
    [`chiffre_${rank}_source`, optionalText(160)],
  ]),
)

const fields = z.object({
  titre: requiredText('Donnez un titre à l’initiative.', 160),
  resume: requiredText('Résumez l’initiative en une ou deux phrases.', LONGEST_SUMMARY),
  description: optionalText(8000),
  operateur: oneOf(OPERATORS, 'Dites qui mène l’initiative.'),
  operateur_nom: optionalText(160),
  communes: optionalText(2000),
  enjeu: z.enum(STAKES, { message: 'Choisissez l’enjeu principal.' }),
  autres_enjeux: severalOf(STAKES, 'Choisissez les autres enjeux dans la liste.'),
  public: optionalText(300),
  etat: oneOf(STATES, 'Dites où en est l’initiative.'),
  debut: optionalDay,
  fin: optionalDay,
  resultat: optionalText(2000),
  liens: optionalText(2000),
  partenaires: optionalText(1000),
  vu: z.string().default(''),
})

/** What the page of an initiative sends, read as its content. */
export const initiativeForm = z
  .object({ ...fields.shape, ...figureFields })
  .transform((typed, check): { content: InitiativeContent; seen: number } => {
    const read = fields.parse({ ...typed, debut: typed.debut ?? '', fin: typed.fin ?? '' })
    const figures = figuresOf(typed as unknown as Record<string, string>, check)
    const links = linesOf(read.liens)
    if (links.some((link) => !isWebAddress(link)))
      check.addIssue({
        code: 'custom',
        path: ['liens'],
        message:
          'Une adresse n’est pas lisible : écrivez-les entières, une par ligne, en commençant par https://',
      })
    return {
      seen: Number(read.vu) || 0,
      content: {
        title: read.titre,
        summary: read.resume,
        description: read.description,
        operator: { kind: read.operateur, name: read.operateur === 'own' ? '' : read.operateur_nom },
        communes: linesOf(read.communes),
        framework: FRAMEWORK,
        stake: read.enjeu,
        otherStakes: read.autres_enjeux,
        served: read.public,
        state: read.etat,
        from: typed.debut,
        until: typed.fin,
        result: read.resultat,
        figures,
        links,
        partners: read.partenaires,
      },
    }
  })

/** Each figure that was begun must be whole: a figure without its year or its source says nothing. */
function figuresOf(typed: Record<string, string>, check: z.RefinementCtx): Figure[] {
  return Array.from({ length: FIGURES }, (_, rank) => rank + 1).flatMap((rank) => {
    const [what = '', value = '', year = '', source = ''] = ['quoi', 'valeur', 'annee', 'source'].map(
      (part) => typed[`chiffre_${rank}_${part}`] ?? '',
    )
    if (!what && !value && !year && !source) return []
    if (!what || !value || !source || !/^(19|20)\d\d$/.test(year))
      check.addIssue({
        code: 'custom',
        path: [`chiffre_${rank}_quoi`],
        message: `Complétez le chiffre ${rank} : ce qu’il compte, sa valeur, son année (quatre chiffres) et sa source.`,
      })
    return [{ what, value, year: Number(year), source }]
  })
}

/** One thing per line, or between commas on one line. */
function linesOf(text: string): string[] {
  const lines = text.split(/[\r\n]+/).flatMap((line) => line.split(/,\s/))
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))]
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** The fields of the page, as what is saved fills them. */
export function valuesOf(content: InitiativeContent, revision: number): FormState['values'] {
  const figures = content.figures.flatMap(({ what, value, year, source }, rank) => [
    [`chiffre_${rank + 1}_quoi`, what],
    [`chiffre_${rank + 1}_valeur`, value],
    [`chiffre_${rank + 1}_annee`, String(year)],
    [`chiffre_${rank + 1}_source`, source],
  ])
  return {
    titre: content.title,
    resume: content.summary,
    description: content.description,
    operateur: content.operator.kind,
    operateur_nom: content.operator.name,
    communes: content.communes.join('\n'),
    enjeu: content.stake,
    autres_enjeux: content.otherStakes,
    public: content.served,
    etat: content.state,
    debut: typedDay(content.from),
    fin: typedDay(content.until),
    resultat: content.result,
    liens: content.links.join('\n'),
    partenaires: content.partners,
    vu: String(revision),
    ...Object.fromEntries(figures),
  }
}

function typedDay(day: string | null): string {
  return day ? day.split('-').reverse().join('/') : ''
}
