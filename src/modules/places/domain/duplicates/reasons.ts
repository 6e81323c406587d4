/** What the pair says later of a decision that was made in passing, by whom its line names. DIR-46. */
export const SAID_WHEN_ADDED = 'Dit en ajoutant la fiche, l’autre lieu sous les yeux.'
export const SAID_OF_A_ROW = 'Dit d’une ligne d’import, l’autre lieu sous les yeux.'
