import type { HolidayFileRefusal } from '../../use-cases/hours/load-school-holidays.ts'

export const ZONE_NAMES: Readonly<Record<string, string>> = {
  A: 'Zone A',
  B: 'Zone B',
  C: 'Zone C',
  Corse: 'Corse',
  971: 'Guadeloupe',
  972: 'Martinique',
  973: 'Guyane',
  974: 'La Réunion',
  975: 'Saint-Pierre-et-Miquelon',
  976: 'Mayotte',
  977: 'Saint-Barthélemy',
  978: 'Saint-Martin',
  986: 'Wallis-et-Futuna',
  987: 'Polynésie française',
  988: 'Nouvelle-Calédonie',
}

/** Where public holidays are the territory's own; the empty one is everywhere. */
export const HOLIDAY_TERRITORIES: Readonly<Record<string, string>> = {
  57: 'Moselle',
  67: 'Bas-Rhin',
  68: 'Haut-Rhin',
  ...Object.fromEntries(Object.entries(ZONE_NAMES).filter(([zone]) => /^9/.test(zone))),
}

export const holidayFileProblems: Readonly<Record<HolidayFileRefusal, string>> = {
  'holidays-unreadable':
    'Ce fichier n’est pas un calendrier (ICS) ni un tableau (CSV) avec des colonnes de zone, de début et de fin. Prenez celui du calendrier scolaire officiel.',
  'holidays-too-large': 'Ce fichier dépasse 5 Mo : gardez les années qui viennent.',
  'no-holiday': 'Aucune période de vacances n’a été lue dans ce fichier : rien n’est changé.',
  'no-zone': 'Ce calendrier ne dit pas sa zone : choisissez-la ci-dessous, puis envoyez-le de nouveau.',
}
