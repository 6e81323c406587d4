export const hoursRoutesOf = {
  daysOff: '/reglages/jours-de-fermeture',
  holidays: '/reglages/jours-de-fermeture/feries',
  correction: '/reglages/jours-de-fermeture/feries/:id/retrait',
} as const

export const hoursPaths = {
  /** Public holidays and holidays of the schools, as the network knows them. */
  daysOff: (base: string) => `${base}/reglages/jours-de-fermeture`,
  holidays: (base: string) => `${base}/reglages/jours-de-fermeture/feries`,
  correction: (base: string, id: string) => `${base}/reglages/jours-de-fermeture/feries/${id}/retrait`,
}
