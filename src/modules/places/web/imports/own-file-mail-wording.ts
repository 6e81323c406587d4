import { plural } from '../../../../ui/french.ts'
import type { ImportCounts } from '../../domain/imports/import.ts'
import { appliedSentence } from './import-wording.ts'

interface About {
  network: string
  organisation: string
  address: string
  counts: ImportCounts
}

/** To the officers: an organisation sends a file of its places. DIR-73. */
export function fileSubmittedMail({ network, organisation, address, counts }: About) {
  return {
    subject: `${organisation} vous envoie un fichier de lieux à relire`,
    body: `Bonjour,

${organisation} demande la publication d’un fichier de ses lieux : ${whatItDoes(counts)}. Rien n’est publié avant votre accord.

Lire le rapport, publier ou refuser :
${address}

${network}
`,
  }
}

/** To those who act for the organisation: its file is not published, and why. */
export function fileReturnedMail({ network, address, because }: About & { because: string }) {
  return {
    subject: 'Votre fichier de lieux n’est pas publié',
    body: `Bonjour,

La tête de réseau a relu votre fichier de lieux et ne le publie pas. Vos lieux restent comme ils étaient.

Son motif :
${because}

Relire le rapport de ce fichier, le corriger et l’envoyer de nouveau :
${address}

${network}
`,
  }
}

/** To those who act for the organisation: its file is published. */
export function fileAppliedMail({ network, address, counts }: About) {
  return {
    subject: 'Votre fichier de lieux est publié',
    body: `Bonjour,

La tête de réseau a relu votre fichier de lieux et l’a publié. ${appliedSentence(counts)}

Voir ce qui a changé :
${address}

${network}
`,
  }
}

function whatItDoes({ created, updated, held, rejected }: ImportCounts): string {
  return [
    plural(created, 'lieu à créer', 'lieux à créer'),
    plural(updated, 'lieu à mettre à jour', 'lieux à mettre à jour'),
    held > 0 && plural(held, 'ligne en attente', 'lignes en attente'),
    rejected > 0 && plural(rejected, 'ligne refusée', 'lignes refusées'),
  ]
    .filter((part) => part !== false)
    .join(', ')
}
