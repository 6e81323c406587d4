import type { Day } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'

export interface MailAbout {
  readonly networkName: string
  /** « EPN Normandie, Médiathèque de Valmer ». */
  readonly file: string
  readonly address: string
  /** The day that matters: to answer by, or of a visit; null: none. */
  readonly day: Day | null
  readonly reason: string
}

type Words = (about: MailAbout) => { subject: string; lines: readonly string[] }

const until = ({ day }: MailAbout, words: string) => (day ? [`${words} ${formatDay(day)}.`] : [])

/** What is told of a file: one entry per kind, or it does not compile. */
const words = {
  completion_asked: (about) => ({
    subject: `votre dossier ${about.file} est à compléter`,
    lines: [
      `Le dossier ${about.file} est à compléter. La liste de ce qui manque vous attend, point par point.`,
      ...until(about, 'Répondez au plus tard le'),
      'Le délai d’instruction est suspendu jusqu’à votre réponse.',
    ],
  }),
  completion_reminder: (about) => ({
    subject: `rappel, votre dossier ${about.file} attend vos compléments`,
    lines: [
      `Le dossier ${about.file} attend toujours vos compléments.`,
      ...until(about, 'Répondez au plus tard le'),
      'Sans réponse, il pourra être classé sans suite par une personne du réseau, avec son motif.',
    ],
  }),
  completion_answered: ({ file }) => ({
    subject: `les compléments du dossier ${file} sont arrivés`,
    lines: [`Le demandeur a complété le dossier ${file}. Le délai d’instruction court à nouveau.`],
  }),
  not_followed_up: ({ file, reason }) => ({
    subject: `le dossier ${file} est classé sans suite`,
    lines: [
      `Le dossier ${file} est classé sans suite, faute de réponse à la demande de compléments.`,
      ...(reason ? [`Motif : ${reason}`] : []),
      'Vous pouvez déposer une nouvelle candidature.',
    ],
  }),
  opinion_asked: (about) => ({
    subject: `votre avis est demandé sur le dossier ${about.file}`,
    lines: [
      `Une question vous est posée sur le dossier ${about.file}.`,
      ...until(about, 'Votre avis est attendu pour le'),
      'Vous lirez les seules pièces que la question demande.',
    ],
  }),
  opinion_reminder: (about) => ({
    subject: `rappel, votre avis est attendu sur le dossier ${about.file}`,
    lines: [
      `Votre avis sur le dossier ${about.file} n’est pas encore arrivé.`,
      ...until(about, 'Il est attendu pour le'),
    ],
  }),
  opinion_revoked: ({ file }) => ({
    subject: `votre avis sur le dossier ${file} n’est plus demandé`,
    lines: [`La question posée sur le dossier ${file} est retirée : ses pièces ne vous sont plus ouvertes.`],
  }),
  opinion_given: ({ file }) => ({
    subject: `un avis est rendu sur le dossier ${file}`,
    lines: [`Un avis demandé sur le dossier ${file} vient d’être rendu.`],
  }),
  visit_proposed: (about) => ({
    subject: `une visite est proposée pour le dossier ${about.file}`,
    lines: [
      ...until(about, `Une visite est proposée pour le dossier ${about.file}, le`),
      'Confirmez cette date, ou demandez-en une autre.',
    ],
  }),
  visit_confirmed: (about) => ({
    subject: `la visite du dossier ${about.file} est confirmée`,
    lines: [...until(about, `Le demandeur confirme la visite du dossier ${about.file}, le`)],
  }),
  visit_declined: ({ file, reason }) => ({
    subject: `une autre date est demandée pour la visite du dossier ${file}`,
    lines: [`La date proposée pour la visite du dossier ${file} ne convient pas.`, `Motif : ${reason}`],
  }),
  visit_cancelled: ({ file, reason }) => ({
    subject: `la visite du dossier ${file} est annulée`,
    lines: [`La visite prévue pour le dossier ${file} est annulée.`, `Motif : ${reason}`],
  }),
  visit_reported: ({ file }) => ({
    subject: `le compte rendu de la visite du dossier ${file} est prêt`,
    lines: [`Le compte rendu de la visite du dossier ${file} est prêt. Vous pouvez y répondre.`],
  }),
  visit_replied: ({ file }) => ({
    subject: `le demandeur répond au compte rendu de visite du dossier ${file}`,
    lines: [`Le demandeur a répondu au compte rendu de la visite du dossier ${file}.`],
  }),
} satisfies Record<string, Words>

export type MailKind = keyof typeof words

export function instructionMail(kind: MailKind, about: MailAbout): { subject: string; body: string } {
  const { subject, lines } = words[kind](about)
  const { networkName, address } = about
  const body = ['Bonjour,', ...lines, `Pour lire et répondre, connectez-vous : ${address}`, networkName]
  return { subject: `${networkName} : ${subject}`, body: body.join('\n\n') }
}
