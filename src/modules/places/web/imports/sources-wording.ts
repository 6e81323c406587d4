import type { Schedule } from '../../domain/imports/source.ts'

export const SCHEDULE_NAMES: Readonly<Record<Schedule, string>> = {
  never: 'Jamais : vous envoyez ses fichiers',
  daily: 'Chaque nuit',
  weekly: 'Chaque semaine',
  monthly: 'Chaque mois',
}
