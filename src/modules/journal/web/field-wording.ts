/** The fields whose changes are journalled, as a person reads them. */
const FIELDS: Readonly<Record<string, string>> = {
  acronym: 'Sigle',
  address: 'Adresse',
  commune: 'Commune',
  contact_email: 'Courriel de contact',
  dpo_email: 'Courriel pour la protection des données',
  dpo_name: 'Déléguée ou délégué à la protection des données',
  email: 'Courriel',
  family_name: 'Nom',
  given_name: 'Prénom',
  head_id: 'Tête de réseau',
  head_name: 'Tête de réseau',
  host: 'Nom de domaine',
  inactive_months: 'Comptes inactifs, en mois',
  jobTitle: 'Fonction',
  job_title: 'Fonction',
  journal_years: 'Journal, en années',
  kind: 'Nature',
  logo_file_id: 'Logo',
  name: 'Nom',
  origin_months: 'Adresses de connexion, en mois',
  parent_id: 'Réseau au-dessus',
  phone: 'Téléphone',
  postalCode: 'Code postal',
  purpose: 'Objet du contact',
  ridet: 'RIDET',
  rna: 'Numéro RNA',
  second_factor_for_officers: 'Seconde preuve demandée à la tête de réseau',
  session_days: 'Durée d’une connexion, en jours',
  siret: 'SIRET',
  tagline: 'Phrase d’accueil',
  template_ids: 'Modèles de convention',
  theme: 'Couleurs',
  website: 'Site',
}

/** A field of an older version, or a newer one, is still shown: by its own name. */
export function fieldName(field: string): string {
  return FIELDS[field] ?? field
}
