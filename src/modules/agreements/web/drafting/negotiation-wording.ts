import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { WordRefusal } from '../../documents/read-word-draft.ts'
import type { AmendableTerm } from '../../domain/amendment-draft.ts'
import type { Remark } from '../../domain/draft-remark.ts'
import { shortFingerprint } from '../../domain/signed-text.ts'
import type { AnswerRefusal } from '../../use-cases/drafting/answer-proposal.ts'
import type { ApprovalRefusal } from '../../use-cases/drafting/approve-draft.ts'
import type { CompletionRefusal } from '../../use-cases/drafting/complete-draft.ts'
import type { LockRefusal } from '../../use-cases/drafting/draft-lock.ts'
import type { ProposalRefusal } from '../../use-cases/drafting/propose-change.ts'
import type { WordProposalRefusal } from '../../use-cases/drafting/propose-from-word.ts'
import type { SharingRefusal } from '../../use-cases/drafting/share-draft.ts'
import type { WritingRefusal } from '../../use-cases/drafting/write-clause.ts'
import { termLabels } from '../amendments/amendment-wording.ts'

export type NegotiationRefusal =
  | SharingRefusal
  | WritingRefusal
  | ProposalRefusal
  | AnswerRefusal
  | ApprovalRefusal
  | WordProposalRefusal
  | WordRefusal

const refusals: Record<NegotiationRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-agreement': () => whole('Cette convention n’existe pas ou n’est pas à votre portée.'),
  'changed-meanwhile': () =>
    whole(
      'Un acte a été enregistré sur cette convention pendant votre saisie. Vérifiez son état, puis recommencez : votre saisie est conservée.',
    ),
  'already-signed-text': (details) => whole(lockSentence({ refused: 'already-signed-text', details })),
  'signing-is-open': (details) => whole(lockSentence({ refused: 'signing-is-open', details })),
  'already-shared': () => whole('Ce projet est déjà partagé avec le co-contractant.'),
  'not-shared': () =>
    whole('Ce projet n’est pas encore partagé avec le co-contractant : partagez-le d’abord.'),
  'draft-is-shared': () =>
    whole(
      'Le projet est partagé depuis l’ouverture de cette page : votre texte est conservé ci-dessous, proposez-le.',
    ),
  'no-such-clause': () => whole('Cet article n’existe pas dans la convention.'),
  'clause-changed': () => ({
    field: 'texte',
    message:
      'Quelqu’un a changé cet article pendant votre saisie. Les deux textes sont ci-dessous : reprenez le vôtre, puis envoyez-le de nouveau.',
  }),
  'same-text': () => ({
    field: 'texte',
    message: 'Ce texte est déjà celui de l’article : changez-le d’abord.',
  }),
  'text-is-empty': () => ({ field: 'texte', message: 'Écrivez le texte de l’article.' }),
  'term-words-missing': ({ words }) => ({
    field: 'texte',
    message: `Gardez ${words} : ces mots suivent un terme de la convention. Pour les changer, proposez de changer le terme.`,
  }),
  'blank-missing': ({ words }) => ({
    field: 'texte',
    message: `Gardez ${words} : ce repère sera remplacé par ce que le projet demande de remplir.`,
  }),
  'unknown-blank': ({ words }) => ({
    field: 'texte',
    message: `${words} n’est pas un repère de cet article : écrivez des mots à la place.`,
  }),
  'bound-sentence': ({ words }) => ({
    field: 'texte',
    message: `Cette phrase suit un terme de la convention, gardez-la telle quelle : « ${words} ». C’est le terme qu’il faut changer ; le reste de l’article est libre.`,
  }),
  'contradicts-term': ({ words }) => ({
    field: 'texte',
    message: `« ${words} » contredirait un terme que cet article écrit déjà. C’est le terme qu’il faut changer.`,
  }),
  'no-such-term': () => ({ field: 'terme', message: 'Choisissez un terme de cet article.' }),
  'same-figure': () => ({
    field: 'valeur',
    message: 'C’est déjà la valeur de ce terme : indiquez-en une autre.',
  }),
  'invalid-terms': () => ({ field: 'valeur', message: 'Cette valeur ne convient pas à ce terme.' }),
  'no-such-proposal': () => whole('Cette proposition n’existe pas.'),
  'already-answered': () =>
    whole('Cette proposition a déjà reçu sa réponse : elle est dans le fil de l’article.'),
  'not-yours-to-answer': () =>
    whole('C’est à l’autre partie de répondre à votre proposition. Vous pouvez la retirer.'),
  'not-yours-to-withdraw': () => whole('Seule la partie qui a fait cette proposition peut la retirer.'),
  'proposal-is-stale': () =>
    whole(
      'L’article a changé depuis cette proposition : elle ne peut plus être acceptée telle quelle. Refusez-la, ou proposez de nouveau son texte.',
    ),
  'texts-incomplete': ({ missing = '' }) =>
    whole(`Le texte est incomplet. Il manque : ${missing}. Remplissez ces blancs avant d’approuver.`),
  'no-place-listed': () =>
    whole('La convention ne liste aucun lieu : il en faut au moins un avant d’approuver le texte.'),
  'party-has-signed': () => whole('Votre partie a déjà signé : il n’y a plus rien à approuver.'),
  'content-changed': () =>
    whole(
      'Le texte a changé depuis l’ouverture de cette page. Rien n’est approuvé : relisez-le, puis approuvez-le s’il vous convient.',
    ),
  'already-approved': () => whole('Votre partie a déjà approuvé ce texte.'),
  'not-in-their-place': () =>
    whole('L’assistance n’approuve jamais à la place de quelqu’un. La personne doit se connecter.'),
  'word-missing': () => word('Choisissez le fichier que vous avez modifié.'),
  'word-unreadable': () =>
    word(
      'Ce fichier n’est pas un document Word (.docx) lisible. Enregistrez-le à ce format, puis envoyez-le.',
    ),
  'word-encrypted': () =>
    word('Ce document est protégé par un mot de passe. Retirez la protection, puis envoyez-le.'),
  'word-too-large': () =>
    word('Ce document est trop gros : 5 Mo au plus. Retirez-en les images, puis envoyez-le.'),
  'no-heading-found': () =>
    word(
      'Aucun article n’est reconnu dans ce fichier : gardez les titres du projet téléchargé, au style « Titre 2 ».',
    ),
  'word-is-older': ({ version = '' }) =>
    word(
      `${version ? `Ce fichier porte la version ${shortFingerprint(version)}, plus ancienne que le projet actuel` : 'Ce fichier ne porte plus son numéro de version'} : il pourrait défaire ce qui a changé depuis. Téléchargez le projet actuel, ou cochez la case ci-dessous et envoyez le fichier de nouveau.`,
    ),
  'word-breaks-clauses': ({ clauses = '' }) =>
    word(
      `Rien n’est proposé : le fichier change des mots qui suivent un terme, un blanc ou la liste des lieux (${clauses}). Remettez ces mots, et proposez plutôt de changer le terme.`,
    ),
  'word-changes-nothing': () =>
    word('Ce fichier dit la même chose que le projet : il n’y a rien à proposer.'),
}

export function problemOfNegotiation({ refused, details }: Refusal<NegotiationRefusal>): Problem {
  return refusals[refused](details)
}

/** Why a draft does not change any more, and who may open it again. AGR-21. */
export function lockSentence({ refused, details: { who = '' } }: Refusal<LockRefusal>): string {
  return refused === 'already-signed-text'
    ? `Une partie a déjà signé : le texte ne peut plus changer que par un avenant, que peut préparer ${who}.`
    : `Le texte est figé : la signature en ligne est ouverte. ${who} peut la fermer, sur la page de la convention, pour reprendre le texte.`
}

/** What filling a draft may meet, beyond what every act meets. */
export const completionRefusals: Record<
  Extract<CompletionRefusal, 'filled-meanwhile' | 'term-is-negotiated'>,
  () => Problem
> = {
  'filled-meanwhile': () =>
    whole(
      'Quelqu’un a rempli ce projet pendant votre saisie. Sous chaque champ concerné, vous lisez ce qui est enregistré : gardez le bon texte, puis enregistrez de nouveau.',
    ),
  'term-is-negotiated': () => ({
    field: 'duree',
    message:
      'Le projet est partagé : une nouvelle durée se propose à l’autre partie, à l’article qui l’écrit.',
  }),
}

type Outcome = 'accepted' | 'refused' | 'withdrawn'

const outcomes: Record<Outcome, { state: State; word: string }> = {
  accepted: { state: 'positive', word: 'Acceptée' },
  refused: { state: 'danger', word: 'Refusée' },
  withdrawn: { state: 'neutral', word: 'Retirée' },
}

/** Where a line of a thread stands, in a word. */
export function remarkTag(remark: Remark, isStale: boolean): { state: State; word: string } {
  if (remark.kind === 'comment') return { state: 'info', word: 'Commentaire' }
  if (remark.decision) return outcomes[remark.decision.outcome]
  return isStale
    ? { state: 'warning', word: 'Écrite sur un texte plus ancien' }
    : { state: 'pending', word: 'Attend une réponse' }
}

/** « Durée de la première période : 3 → 2 ans » in words. */
export function termSentence(term: AmendableTerm, replaced: number, proposed: number): string {
  const { label, unit } = termLabels[term]
  return `${label} : ${proposed} ${unit} au lieu de ${replaced}.`
}

function whole(message: string): Problem {
  return { field: null, message }
}

function word(message: string): Problem {
  return { field: 'fichier', message }
}
