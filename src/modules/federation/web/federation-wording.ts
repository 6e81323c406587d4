import type { Refusal } from '../../../kernel/refusal.ts'
import type { LineProblem } from '../data/quarantine.store.ts'
import type { Transfer } from '../data/transfers.store.ts'
import type { PeerProblem } from '../domain/peer.ts'
import type { PeerRefusal } from '../use-cases/declare-peer.ts'
import type { TransferRefusal } from '../use-cases/offer-place.ts'

/** Why a source was not read, and what to do. */
export const peerProblems: Record<PeerProblem, string> = {
  'no-answer': 'Il n’a pas répondu. Nous essayons encore à chaque lecture.',
  'address-not-public':
    'Son adresse n’est pas celle d’un site public en https. Vérifiez-la avec l’autre réseau, puis déclarez-le de nouveau.',
  'not-declared-there':
    'L’autre réseau ne nous connaît pas encore : ses responsables doivent nous déclarer parmi leurs lecteurs, avec l’adresse et l’empreinte affichées ci-dessus.',
  'wrong-fingerprint':
    'La clé qu’il présente n’a pas l’empreinte déclarée. Ne suivez pas ce réseau avant d’avoir relu l’empreinte de vive voix avec lui.',
  'bad-signature':
    'Sa réponse n’est pas signée par sa clé : elle n’a pas été prise. Prévenez l’autre réseau.',
  'not-understood': 'Sa réponse n’a pas la forme attendue. L’adresse est-elle bien celle du réseau ?',
}

export const lineProblems: Record<LineProblem, string> = {
  'not-json': 'La ligne ne peut pas être lue.',
  'not-a-record': 'La ligne n’a pas la forme d’une fiche.',
  'not-a-place': 'La fiche n’a ni nom ni endroit : ce ne peut pas être un lieu.',
  'not-its-own': 'La fiche n’est pas de ce réseau.',
  'not-its-path': 'La fiche ne dit pas par où elle est passée.',
}

export function answerText(accepted: boolean | null): string {
  if (accepted === null) return 'Pas encore répondu'
  return accepted ? 'Nous le reprenons' : 'Nous ne le reprenons pas'
}

export const transferOutcomes: Record<NonNullable<Transfer['outcome']> | 'waiting', string> = {
  waiting: 'Attend sa réponse',
  accepted: 'Repris',
  refused: 'Refusé',
  withdrawn: 'Proposition retirée',
}

const TRANSFER_REFUSALS: Record<TransferRefusal, { field: string | null; message: string }> = {
  'not-to-give': {
    field: null,
    message: 'Seul un lieu publié, dont la fiche est tenue par votre réseau, peut être proposé à un autre.',
  },
  'not-a-reader': { field: 'reseau', message: 'Choisissez un réseau qui lit vos lieux.' },
  'already-offered': {
    field: null,
    message: 'Ce lieu est déjà proposé à un réseau : attendez sa réponse, ou retirez la proposition.',
  },
}

export function problemOfTransfer({ refused }: Refusal<TransferRefusal>) {
  return TRANSFER_REFUSALS[refused]
}

const REFUSALS: Record<PeerRefusal, { field: string; message: string }> = {
  'address-wrong': {
    field: 'adresse',
    message: 'Donnez l’adresse du réseau, par exemple https://exemple.fr/n/manche.',
  },
  'address-ours': { field: 'adresse', message: 'C’est l’adresse de votre propre réseau.' },
  'fingerprint-wrong': {
    field: 'empreinte',
    message:
      'Une empreinte a 43 signes : lettres, chiffres, « - » et « _ ». Recopiez celle de l’autre réseau.',
  },
  'fingerprint-ours': { field: 'empreinte', message: 'C’est l’empreinte de votre propre réseau.' },
  'already-declared': { field: 'adresse', message: 'Ce réseau est déjà déclaré.' },
}

export function problemOfPeer({ refused }: Refusal<PeerRefusal>) {
  return REFUSALS[refused]
}
