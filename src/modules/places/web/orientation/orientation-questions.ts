import type { WeekMoment } from '../../domain/search/asked.ts'
import type { Listing } from '../directory/listing.ts'
import type { Step } from './orientation.paths.ts'

/** Each question, what helps to answer it, and the part of the address that its answer replaces. */
export const stepWords: Readonly<
  Record<Step, { question: string; hint: string; forgets: Partial<Listing> }>
> = {
  besoin: {
    question: 'De quoi la personne a-t-elle besoin ?',
    hint: 'Quatre questions, puis une fiche à imprimer et à lui remettre. Rien n’est enregistré sans son accord.',
    forgets: { services: [] },
  },
  accueil: {
    question: 'A-t-elle besoin d’un accueil adapté ?',
    hint: 'Sans réponse, tous les lieux sont proposés.',
    forgets: { specialCare: [], accessibility: false },
  },
  moment: {
    question: 'Quand peut-elle venir ?',
    hint: 'Sans réponse, les horaires ne comptent pas. Les lieux dont les horaires sont inconnus sont annoncés à part.',
    forgets: { open: [] },
  },
  secteur: {
    question: 'Autour de quelle commune ?',
    hint: 'La distance est comptée à vol d’oiseau.',
    forgets: { text: '', literally: false, radius: null, position: null, grounds: [], box: null, page: 1 },
  },
}

/** The moments of a week, as the addresses of the directory say them. */
export const openWords: Readonly<Record<WeekMoment, { value: string; label: string }>> = {
  evening: { value: 'soir', label: 'Le soir, après 18 h' },
  saturday: { value: 'samedi', label: 'Le samedi' },
  sunday: { value: 'dimanche', label: 'Le dimanche' },
}
