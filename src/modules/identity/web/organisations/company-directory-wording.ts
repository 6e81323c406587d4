import type { DirectoryRefusal } from '../../data/organisations/company-directory.ts'

export const failureSentences: Record<DirectoryRefusal, string> = {
  'directory-silent': 'L’annuaire des entreprises ne répond pas.',
  'directory-busy': 'L’annuaire des entreprises a reçu trop de demandes : réessayez dans une minute.',
  'directory-unreadable': 'La réponse de l’annuaire des entreprises n’a pas pu être lue.',
}
