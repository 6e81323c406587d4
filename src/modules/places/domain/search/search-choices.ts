import type { WeekMoment } from './asked.ts'
import type { FacetCode } from './facets.ts'
import { exactly, type Phrase, phrasesOf, takePhrases } from './search-phrases.ts'

/** What words ask as a filter would: « samedi », « gratuit », « malentendant ». */
export type Choice =
  | { readonly condition: 'open'; readonly value: 'now' | WeekMoment }
  | { readonly condition: 'fees'; readonly value: FacetCode<'fees'> }
  | { readonly condition: 'specialCare'; readonly value: FacetCode<'specialCare'> }
  | { readonly condition: 'publics'; readonly value: FacetCode<'publics'> }

/** The words that said a choice: whoever gives it up types the rest. */
export type SaidChoice = Choice & { readonly said: readonly string[] }

const open = (list: string, value: 'now' | WeekMoment) =>
  phrasesOf<Choice>(list, { condition: 'open', value })
const fee = (list: string, value: FacetCode<'fees'>) => phrasesOf<Choice>(list, { condition: 'fees', value })
const care = (list: string, value: FacetCode<'specialCare'>) =>
  phrasesOf<Choice>(list, { condition: 'specialCare', value })
const whom = (list: string, value: FacetCode<'publics'>) =>
  phrasesOf<Choice>(list, { condition: 'publics', value })

const PHRASES: readonly Phrase<Choice>[] = [
  ...open('ouvert, ouverts, ouverte, maintenant, ouvert maintenant', 'now'),
  ...open('soir, soiree, ouvert soir', 'evening'),
  ...open('samedi, samedis, ouvert samedi, week end, weekend', 'saturday'),
  ...open('dimanche, dimanches, ouvert dimanche, week end, weekend', 'sunday'),
  ...fee('gratuit, gratuite, gratuits, gratuitement', 'free'),
  ...care(
    'sourd, sourde, sourds, malentendant, malentendante, malentendants, lsf, langue signes',
    'deafness',
  ),
  ...care('aveugle, aveugles, malvoyant, malvoyante, malvoyants, braille', 'visual-impairment'),
  ...care('fauteuil, fauteuil roulant, handicap moteur, mobilite reduite, pmr', 'motor-disability'),
  ...care('handicap mental', 'mental-disability'),
  ...care(
    'illettrisme, illettre, illettree, analphabete, sais pas lire, sait pas lire, sais lire, sait lire, savoir lire, apprendre lire, lire ecrire, mal lire',
    'illiteracy',
  ),
  ...care('anglais, english, langue etrangere, langues etrangeres', 'english-speaking'),
  ...care(
    'langue etrangere, langues etrangeres, arabe, espagnol, portugais, turc, ukrainien, russe, chinois',
    'other-languages',
  ),
  ...whom('senior, seniors, personne agee, personnes agees', 'seniors'),
  ...whom('jeune, jeunes, ado, ados, adolescent', 'young-people'),
  ...whom('etudiant, etudiante, etudiants', 'students'),
  ...whom('femme, femmes', 'women'),
  ...whom('famille, familles', 'families'),
]

/** Takes the filters out of the words. As they are written: « Auteuil » is no « fauteuil ». */
export function readChoices(words: readonly string[]): {
  choices: readonly SaidChoice[]
  words: readonly string[]
} {
  const { heard, others } = takePhrases(words, PHRASES, exactly)
  return {
    choices: heard.flatMap(({ meanings, said }) => meanings.map((choice) => ({ ...choice, said }))),
    words: others,
  }
}
