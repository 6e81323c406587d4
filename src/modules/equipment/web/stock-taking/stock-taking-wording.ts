import type { Problem } from '../../../../platform/http/form.ts'
import { plural } from '../../../../ui/french.ts'
import type { Difference } from '../../domain/upkeep/stock-taking.ts'
import type { Noted, StockRefusal } from '../../use-cases/upkeep/take-stock.ts'

export const DIFFERENCE_WORDS: Readonly<Record<Difference, string>> = {
  other_desk: 'd’un autre guichet',
  out_on_loan: 'en prêt d’après la plateforme',
  out_of_stock: 'perdu, volé ou réformé d’après la plateforme',
}

/** What to do about each. */
export const DIFFERENCE_ACTS: Readonly<Record<Difference, string>> = {
  other_desk: 'Rapportez-le à son guichet.',
  out_on_loan: 'Enregistrez son retour au guichet.',
  out_of_stock: 'Mettez-le de côté, et changez son état sur sa page.',
}

export const stockProblems: Readonly<Record<StockRefusal, Problem>> = {
  already_open: {
    field: 'guichet',
    message: 'Une séance est déjà ouverte pour ce guichet, ou pour tout l’inventaire. Terminez-la d’abord.',
  },
  session_over: {
    field: null,
    message: 'Cette séance est terminée : elle ne change plus. Ouvrez-en une autre pour compter de nouveau.',
  },
  no_code: { field: 'numeros', message: 'Tapez ou scannez au moins un numéro.' },
  nothing_read: { field: 'numeros', message: 'Aucun de ces numéros n’avait été lu dans cette séance.' },
  changed_meanwhile: {
    field: null,
    message: 'Quelqu’un a lu d’autres numéros entre-temps. Relisez le résultat, puis signez-le.',
  },
}

/** What the last reading gave. */
export function notedSentence({ seen, misplaced, unknown }: Noted): string {
  const told = [
    seen > 0 && plural(seen, 'exemplaire vu', 'exemplaires vus'),
    misplaced > 0 && plural(misplaced, 'exemplaire pas à sa place', 'exemplaires pas à leur place'),
    unknown.length > 0 &&
      `${plural(unknown.length, 'numéro inconnu', 'numéros inconnus')} (${unknown.slice(0, 5).join(', ')})`,
  ].filter((part) => part !== false)
  return `Noté : ${told.join(', ')}.`
}
