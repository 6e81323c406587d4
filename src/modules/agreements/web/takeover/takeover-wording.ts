import type { Refusal } from '../../../../kernel/refusal.ts'
import type { DocumentRefusal } from '../../../../platform/files/kept-files.ts'
import { documentSentences } from '../../../../platform/http/document-wording.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { KnownActKind } from '../../domain/takeover.ts'
import type { RowRefusal } from '../../use-cases/takeover/judge-rows.ts'
import type { TableRefusal } from '../../use-cases/takeover/read-table.ts'
import type { PlaceNameRefusal } from '../../use-cases/takeover/read-takeover.ts'
import type { TakeoverRefusal } from '../../use-cases/takeover/take-over.ts'

/** What may stay unknown, by the name of its field. */
export const unknownWords: Readonly<Record<string, string>> = {
  representant: 'Représentant du co-contractant',
  signe_tete: 'Date de signature du chef de file',
  signe_partenaire: 'Date de signature du co-contractant',
  reconduction: 'Reconduction',
  denonciation: 'Dénonciation',
  demande: 'Délai de demande d’avenant',
  mise: 'Mise en demeure et résiliation',
  differend: 'Différends',
  lieux: 'Lieux listés',
}

export const knownActWords: Record<KnownActKind, string> = {
  renewal: 'Reconduction signée par toutes les parties',
  amendment: 'Avenant signé par toutes les parties',
  amendment_request: 'Demande d’avenant',
  denunciation: 'Lettre de dénonciation',
  formal_notice: 'Mise en demeure',
  termination: 'Résiliation',
  other_letter: 'Autre lettre recommandée',
  meeting: 'Réunion du comité de pilotage',
}

type OwnRefusal = Exclude<TakeoverRefusal, 'dated-in-the-future' | 'no-such-partner'>

export const takeoverRefusals: Record<OwnRefusal, (details: Refusal['details']) => Problem> = {
  'reference-taken': ({ reference }) => ({
    field: 'reference',
    message: `La référence ${reference} est déjà celle d’une convention du réseau : vérifiez qu’elle n’est pas déjà reprise.`,
  }),
  'reference-reserved': ({ reference }) => ({
    field: 'reference',
    message: `La référence ${reference} commence par une année que le réseau numérote lui-même : laissez vide, ou écrivez celle du document autrement.`,
  }),
}

export const documentProblems: Record<DocumentRefusal, string> = {
  ...documentSentences,
  'document-unreadable': 'Ce fichier n’est ni un PDF, ni une image, ni un document Word (.docx) lisible.',
}

const placeSentences: Record<PlaceNameRefusal, (details: Refusal['details']) => string> = {
  'no-place-of-that-name': ({ name }) =>
    `Aucun lieu de l’annuaire ne s’appelle « ${name} » : vérifiez l’orthographe, ou ajoutez d’abord le lieu.`,
  'several-places-of-that-name': ({ name }) =>
    `Plusieurs lieux s’appellent « ${name} » : écrivez « nom, commune ».`,
}

export function placeProblem({ refused, details }: Refusal<PlaceNameRefusal>, field: string): Problem {
  return { field, message: placeSentences[refused](details) }
}

const rowSentences: Record<RowRefusal, (details: Refusal['details']) => string> = {
  ...placeSentences,
  'row-without-reference': () => 'La référence manque : sans elle, la convention serait reprise deux fois.',
  'row-reference-twice': ({ reference }) => `La référence ${reference} est déjà plus haut dans le tableau.`,
  'row-without-partner': () => 'Le nom de la structure manque.',
  'row-wrong-siret': ({ text }) => `Le SIRET « ${text} » n’est pas valable : vérifiez ses 14 chiffres.`,
  'row-wrong-kind': ({ text }) =>
    `La nature « ${text} » n’est pas connue : laissez vide, ou écrivez commune, epci, association…`,
  'row-unknown-template': ({ text }) =>
    `Le modèle « ${text} » n’existe pas : écrivez son identifiant ou son titre.`,
  'row-wrong-day': ({ text }) => `La date « ${text} » n’existe pas : écrivez-la ainsi : 17/06/2015.`,
  'dated-in-the-future': ({ day }) => `Une signature est datée du ${day}, un jour qui n’est pas encore venu.`,
  'reference-taken': ({ reference }) => `La référence ${reference} est déjà prise.`,
  'reference-reserved': ({ reference }) =>
    `La référence ${reference} commence par une année que le réseau numérote lui-même.`,
  'no-such-partner': () => 'La structure n’est pas dans le réseau.',
}

/** Why a row of a table is not recorded, to be read after its line number. */
export function rowReason({ refused, details }: Refusal<RowRefusal>): string {
  return rowSentences[refused](details)
}

export const tableProblems: Record<TableRefusal, (details: Refusal['details']) => string> = {
  'table-unreadable': () => 'Ce fichier ne se lit pas comme un tableau : enregistrez-le au format CSV.',
  'table-without-column': ({ columns }) =>
    `Il manque une colonne : ${columns}. Partez du tableau modèle, dont la première ligne nomme les colonnes.`,
  'table-empty': () => 'Ce tableau n’a aucune ligne sous ses titres.',
  'table-too-long': ({ most }) => `Ce tableau dépasse ${most} lignes : envoyez-le en plusieurs fois.`,
}
