import type { Choice } from './skills.ts'

/** What an organisation offers to small firms, local authorities and others. DIR-80. */
export const competences = [
  { code: 'diagnosis', label: 'Faire le point sur ses outils et ses besoins' },
  { code: 'website', label: 'Créer un site et le tenir à jour' },
  { code: 'online-sales', label: 'Vendre en ligne' },
  { code: 'communication', label: 'Se faire connaître : réseaux sociaux, images' },
  { code: 'office-tools', label: 'Bureautique et outils partagés' },
  { code: 'invoicing', label: 'Facturation électronique et démarches des entreprises' },
  { code: 'security', label: 'Sécurité informatique' },
  { code: 'personal-data', label: 'Protection des données personnelles' },
  { code: 'accessibility', label: 'Rendre un site ou un document accessible à tous' },
  { code: 'open-data', label: 'Ouvrir ses données' },
  { code: 'free-software', label: 'Passer à des logiciels libres' },
  { code: 'responsible-digital', label: 'Numérique responsable et réemploi de matériel' },
  { code: 'prototyping', label: 'Fabriquer un prototype' },
  { code: 'staff-training', label: 'Former des équipes' },
  { code: 'resident-support', label: 'Accompagner des habitants pour le compte d’une collectivité' },
  { code: 'public-participation', label: 'Associer les habitants à un projet' },
] as const satisfies readonly Choice[]

/** For whom. */
export const served = [
  { code: 'small-firms', label: 'Petites entreprises, artisans, commerçants' },
  { code: 'local-authorities', label: 'Communes et autres collectivités' },
  { code: 'associations', label: 'Associations' },
  { code: 'places', label: 'Lieux du réseau' },
] as const satisfies readonly Choice[]
