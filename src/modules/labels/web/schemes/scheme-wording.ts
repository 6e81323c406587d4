import { plural } from '../../../../ui/french.ts'
import type { Manner, Rule } from '../../domain/schemes/next-version.ts'
import type {
  AutoSource,
  EvidenceAsked,
  FieldKind,
  Grading,
  SchemeContent,
  Validity,
} from '../../domain/schemes/scheme.ts'
import type { CriterionChange } from '../../domain/schemes/scheme-changes.ts'

/** Each word of a label's definition, as its pages say it. */

export const holderWords: Record<SchemeContent['holderKind'], string> = {
  place: 'Un lieu',
  collectivite: 'Une collectivité',
}

export const cadenceWords: Record<SchemeContent['cadence'], string> = {
  continuous: 'À tout moment',
  campaign: 'Pendant une campagne, une fois par an',
}

export const routeWords: Record<SchemeContent['route'], string> = {
  application: 'Sur candidature, dossier par dossier',
  bulk: 'Sur une liste proposée par un partenaire',
  jury: 'Par un jury, qui note les dossiers',
}

export const kindWords: Record<FieldKind, string> = {
  yes_no: 'Oui ou non',
  choice: 'Un choix dans une liste',
  number: 'Un nombre',
  text: 'Quelques mots',
  long_text: 'Un texte',
  date: 'Une date',
  url: 'Une adresse internet',
  file: 'Un fichier',
  address: 'Une adresse postale',
  siret: 'Un numéro Siret',
  commune: 'Une commune',
  place_field: 'Une information de la fiche du lieu',
  initiatives: 'Des initiatives déclarées',
}

export const evidenceWords: Record<EvidenceAsked['kind'], string> = {
  file: 'Un document',
  photo: 'Une photo',
  url: 'Une page internet',
  declaration: 'Une déclaration sur l’honneur',
  platform_data: 'Ce que la plateforme sait déjà',
  visit: 'Une visite',
}

export const sourceWords: Record<AutoSource, string> = {
  opening_hours: 'Les horaires d’ouverture publiés',
  last_update: 'Le jour de la dernière mise à jour de la fiche',
  workshops_12_months: 'Les ateliers tenus en douze mois',
  facilitator_listed: 'Une médiatrice ou un médiateur dans l’annuaire',
}

export const dutyWords: Record<SchemeContent['duties'][number], string> = {
  semester_information: 'Confirmer les informations du lieu chaque semestre',
  yearly_initiatives: 'Déclarer ses initiatives chaque année',
}

export const transitionWords = {
  new_applications: 'Aux nouvelles candidatures seulement',
  at_renewal: 'Aux nouvelles candidatures, et à chaque titulaire lors de son renouvellement',
  all: 'À tout le monde : chaque titulaire est invité à se mettre en règle',
} as const

export const ruleWords: Record<Rule, string> = {
  holderKind: 'qui le porte',
  grading: 'ses niveaux',
  cadence: 'quand on le demande',
  route: 'comment il s’attribue',
  agreement: 'la convention qui le porte',
  duties: 'les devoirs du titulaire',
  validity: 'sa durée',
  maySuspend: 'la possibilité de le suspendre',
  jury: 'les règles du jury',
}

export const mannerWords: Record<Manner, string> = {
  instructionDays: 'le délai d’instruction',
  completionDays: 'le délai pour compléter un dossier',
  keptMonths: 'combien de temps un dossier sans label est gardé',
  remedies: 'les voies de recours',
  publicNames: 'les mots publics',
  isStarter: 'les critères sont désormais les vôtres',
  standardLabel: 'le nom dans la norme nationale',
  criteria: 'l’ordre des critères, ou ce qui est rempli d’avance',
}

export function validityWords(validity: Validity): string {
  switch (validity.kind) {
    case 'agreement':
      return 'Tant que sa convention le porte'
    case 'next_edition':
      return 'Jusqu’aux résultats de la campagne suivante'
    case 'months':
      return monthsWords(validity.months)
  }
}

export function gradingWords(grading: Grading): string {
  if (grading.kind === 'binary') return 'Sans niveau : porté ou non'
  const { levels, unit } = grading
  const [lowest, highest] = [levels[0]?.level, levels.at(-1)?.level]
  if (lowest === undefined || highest === undefined) return 'Avec des niveaux, à définir'
  return `De ${lowest} à ${plural(highest, unit, `${unit}s`)}`
}

export function changeWords(change: CriterionChange): string {
  switch (change.kind) {
    case 'added':
      return 'Ajouté'
    case 'removed':
      return 'Retiré'
    case 'reworded':
      return 'Mots changés'
    case 'stricter_or_looser':
      return 'Exigence changée'
    case 'weight':
      return 'Poids changé'
  }
}

export function monthsWords(months: number): string {
  if (months % 12 === 0) return plural(months / 12, 'an', 'ans')
  return `${months} mois`
}
