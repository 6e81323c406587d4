import type { FeedSubject } from '../../domain/telling/feed.ts'

/** What an address follows. */
export function feedTitle(kind: FeedSubject['kind'], name: string): string {
  if (kind === 'inventory') return `Tout l’inventaire « ${name} »`
  if (kind === 'desk') return `Guichet « ${name} »`
  return kind === 'unit' ? `Exemplaire ${name}` : 'Prêts de votre structure'
}

/** Told once: nobody can show it again. */
export function openedSentence(address: string): string {
  return `L’adresse est créée. Copiez-la maintenant, elle ne sera plus montrée : ${address}`
}

export const ENDED = 'L’adresse est retirée : les agendas qui la suivaient ne reçoivent plus rien.'

export const SECRET_NOTE =
  'Qui connaît une adresse lit ces rendez-vous. Elle ne montre aucun nom de personne, et s’arrête si vous quittez votre fonction.'
