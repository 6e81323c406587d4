import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { State } from '../../../../ui/tag.tsx'
import { type BindableTerm, MARK_OF_TERM } from '../../templates/bindable-terms.ts'
import type { ExpectedClause } from '../../templates/comparison.ts'
import type { PublicationProblem } from '../../templates/publication.ts'
import type { Template, Variable } from '../../templates/template.ts'
import type { TemplateChangeRefusal } from '../../use-cases/templates/change-template.ts'
import type { CopyRefusal } from '../../use-cases/templates/copy-template.ts'
import type { VersionRefusal } from '../../use-cases/templates/draft-version.ts'
import type { PublicationRefusal } from '../../use-cases/templates/publish-template.ts'

/** How the clauses one expects are called, when they are missing. */
export const expectedClauses: Readonly<Record<ExpectedClause, string>> = {
  termination: 'clause de résiliation',
  denunciation: 'clause de dénonciation',
  'data-protection': 'clause de protection des données',
  dispute: 'clause de litiges',
  committee: 'comité',
  renewal: 'modalités de reconduction',
}

/** The terms a clause may be bound to, as one names them. */
export const termNames: Readonly<Record<BindableTerm, string>> = {
  parties: 'parties',
  entry: 'entrée en vigueur',
  initialYears: 'durée',
  renewal: 'reconduction',
  denunciation: 'dénonciation',
  formalNotice: 'mise en demeure et résiliation',
  labelLoss: 'retrait du label',
  amendmentRequest: 'demande d’avenant',
  amendmentEffect: 'effet d’un avenant',
  dispute: 'litiges',
  committee: 'comité',
  governance: 'gouvernance',
  communication: 'communication',
  placeUpdate: 'mise à jour des lieux',
  lending: 'prêt de matériel',
}

export const variableTypeWords: Readonly<Record<Variable['type'], string>> = {
  text: 'une ligne de texte',
  long_text: 'un texte long',
  day: 'une date',
  place_list: 'une liste de lieux',
}

export const statusTags: Readonly<Record<Template['status'], { state: State; word: string }>> = {
  draft: { state: 'pending', word: 'En préparation' },
  published: { state: 'positive', word: 'Publié' },
  retired: { state: 'neutral', word: 'Retiré' },
}

type NamedClause = { readonly key: string; readonly number: string | null; readonly title: string }

/** « l’article 8 », or the title of a clause without number. */
export function clauseName(clauses: readonly NamedClause[], key: string): string {
  const clause = clauses.find((one) => one.key === key)
  if (!clause) return 'un article'
  return clause.number === null ? `« ${clause.title} »` : `l’article ${clause.number}`
}

/** « Article 8 : Durée », or the title alone. */
export function clauseTitle({ number, title }: Omit<NamedClause, 'key'>): string {
  return number === null ? title : `Article ${number} : ${title}`
}

/** Why the draft is not published, and what to do. AGR-7, AGR-8, AGR-19. */
export function problemSentence(problem: PublicationProblem, clauses: readonly NamedClause[]): string {
  const where = 'clause' in problem ? capital(clauseName(clauses, problem.clause)) : ''
  switch (problem.kind) {
    case 'no-clause':
      return 'Le modèle n’a aucun article : ajoutez-en un.'
    case 'unbound-term':
      return `Le terme “${termNames[problem.term]}” n’est rattaché à aucun article.`
    case 'unwritten-term':
      return `${where} est rattaché au terme “${termNames[problem.term]}” sans l’écrire : placez-y le repère {{${problem.mark}}}.`
    case 'mark-without-term':
      return `${where} écrit {{${problem.mark}}} sans être rattaché au terme “${termNames[problem.term]}” : cochez ce terme.`
    case 'unknown-term':
      return `${where} est rattaché à un terme qui n’existe pas : ${problem.path}.`
    case 'unknown-variable':
      return `${where} contient un repère inconnu, {{${problem.mark}}} : corrigez-le, ou ajoutez cette variable au modèle.`
    case 'written-figure':
      return `${where} écrit « ${problem.words} » en toutes lettres : remplacez ces mots par le repère {{${MARK_OF_TERM[problem.term]}}}, pour que le texte suive le terme “${termNames[problem.term]}”.`
    case 'incomplete-text':
      return `${where} est signalé comme incomplet : écrivez son texte, puis décochez « Texte incomplet ».`
    case 'empty-clause':
      return `${where} n’a pas de texte : écrivez-le, ou retirez l’article.`
    case 'double-number':
      return `Deux articles portent le numéro ${problem.number} : changez l’un des deux.`
    case 'incomplete-annex':
      return `L’annexe « ${problem.title} » est signalée comme absente : fournissez-la, ou retirez-la de la liste.`
  }
}

export type TemplateRefusal = CopyRefusal | VersionRefusal | TemplateChangeRefusal | PublicationRefusal

const refusals: Record<TemplateRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-template': () => whole('Ce modèle n’existe pas dans le réseau.'),
  'already-drafted': () =>
    whole('Une nouvelle version est déjà en préparation : ouvrez-la pour la modifier.'),
  'no-draft': () =>
    whole('Ce modèle n’a plus de projet : il a été publié ou abandonné. Revenez à la page du modèle.'),
  'piece-rewritten-meanwhile': () =>
    whole(
      'Quelqu’un a enregistré une autre version pendant votre saisie. Les deux sont ci-dessous : reprenez ce qui convient dans la vôtre, puis enregistrez de nouveau.',
    ),
  'no-such-template-clause': () => whole('Cet article n’est plus dans le projet : quelqu’un l’a retiré.'),
  'invalid-template-terms': ({ path = '' }) => whole(`Un terme ne convient pas : ${path}.`),
  'variable-exists': ({ name = '' }) => ({
    field: 'nom',
    message: `La variable ${name} existe déjà : choisissez un autre nom.`,
  }),
  'draft-rewritten-meanwhile': () =>
    whole('Le projet a changé depuis que vous avez ouvert cette page : relisez-le, puis publiez.'),
  'not-publishable': () =>
    whole('Ce projet ne peut pas encore être publié : reprenez les points énumérés plus bas.'),
  'not-published': () => whole('Ce modèle n’est pas publié : il n’y a rien à retirer.'),
}

export function problemOfTemplate({ refused, details }: Refusal<TemplateRefusal>): Problem {
  return refusals[refused](details)
}

function whole(message: string): Problem {
  return { field: null, message }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
