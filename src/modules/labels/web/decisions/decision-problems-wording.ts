import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { FileRefusal, MoveRefusal } from '../../use-cases/decisions/appeal-decision.ts'
import type { DecideRefusal } from '../../use-cases/decisions/decide-application.ts'
import type { AwardDecisionRefusal } from '../../use-cases/decisions/decide-on-award.ts'
import type { HearingRefusal, ObservationsRefusal } from '../../use-cases/decisions/hear-holder.ts'
import type { NotificationRefusal, OpenRefusal } from '../../use-cases/decisions/notify-decision.ts'
import type { ReplaceRefusal } from '../../use-cases/decisions/replace-decision.ts'

export type DecisionRefusal =
  | DecideRefusal
  | ReplaceRefusal
  | AwardDecisionRefusal
  | HearingRefusal
  | ObservationsRefusal
  | NotificationRefusal
  | OpenRefusal
  | FileRefusal
  | MoveRefusal

type Said = readonly [field: string | null, message: string]

const SAID: Record<DecisionRefusal, Said> = {
  reasons_missing: ['motifs', 'Écrivez les motifs : sans eux, cette décision ne peut pas être signée.'],
  remedies_missing: [
    'voies',
    'Indiquez les voies et délais de recours : sans eux, cette décision ne peut pas être signée.',
  ],
  reserves_missing: ['reserve_texte', 'Écrivez au moins une réserve, avec sa date s’il y en a une.'],
  level_missing: ['niveau', 'Choisissez le niveau attribué.'],
  level_unknown: ['niveau', 'Ce niveau n’existe pas dans ce label : choisissez-en un de la liste.'],
  'signer-unknown': [
    'signataire',
    'Choisissez qui signe : son mandat ou sa délégation doit être enregistré.',
  ],
  'signer-without-delegation': [
    'signataire',
    'Ce jour-là, {name} n’a pas de mandat ni de délégation pour signer des décisions sur les labels : choisissez quelqu’un d’autre, ou enregistrez la délégation.',
  ],
  'agreement-missing': [
    null,
    'Ce label suit une convention, et cette candidature n’en désigne aucune : il ne peut pas être attribué ainsi.',
  ],
  'place-not-covered': [
    'effet',
    'La convention ne couvre pas ce lieu à la date d’effet : choisissez un jour où elle le couvre.',
  ],
  'no-such-application': [null, 'Cette candidature n’existe pas ou n’est pas à votre portée.'],
  'already-decided': [
    null,
    'Cette candidature vient d’être décidée par quelqu’un d’autre : rien n’a été ajouté.',
  ],
  'not-proposed': [null, 'Cette candidature n’est pas encore proposée à la décision.'],
  'decided-by-jury': [null, 'Ce label est décidé par un jury : la décision se prend dans sa campagne.'],
  'file-changed': [
    null,
    'Le dossier a changé depuis que vous l’avez ouvert ({what}). Relisez-le, puis signez de nouveau si votre décision reste la même.',
  ],
  'decided-in-the-future': ['date', 'Une décision se date d’aujourd’hui ou d’un jour passé.'],
  'already-borne': [
    'effet',
    'Ce label est déjà porté à cette date : choisissez une date d’effet après la fin de l’attribution en cours.',
  ],
  'no-such-decision': [null, 'Cette décision n’existe pas ou n’est pas à votre portée.'],
  'already-replaced': [null, 'Cette décision a déjà été remplacée : ouvrez celle qui la remplace.'],
  'correction-missing': ['rectification', 'Dites pourquoi la décision précédente est remplacée.'],
  'effect-too-early': [
    'effet',
    'La date d’effet vient avant le dernier acte de ce label : choisissez ce jour-là ou un jour d’après.',
  ],
  'appeal-missing': [
    'pourquoi',
    'Ce choix va avec un recours : partez de la page du recours pour l’accepter.',
  ],
  'appeal-not-reviewed': [null, 'Ce recours n’est pas en examen : confiez-le d’abord à quelqu’un.'],
  'no-such-award': [null, 'Cette attribution n’existe pas ou n’est pas à votre portée.'],
  'moved-meanwhile': [null, 'Quelqu’un d’autre vient d’agir ici : relisez cette page avant de recommencer.'],
  'suspension-not-provided': [
    'sens',
    'Les règles de ce label ne prévoient pas de suspension : elle ne peut pas être décidée.',
  ],
  'not-open': ['sens', 'Cela ne peut pas être décidé dans l’état actuel.'],
  'carried-by-agreement': [
    'sens',
    'Ce label a cessé avec sa convention : c’est la convention qui le rétablit, pas une décision.',
  ],
  'hearing-missing': [
    'sens',
    'Demandez d’abord ses observations au titulaire : cette décision ne peut pas être prise sans l’avoir entendu.',
  ],
  'hearing-running': [
    'sens',
    'Le titulaire peut encore répondre jusqu’au {day} : attendez ses observations ou la fin de ce délai.',
  ],
  'suspension-without-end': [
    'cesse_le',
    'Dites quand la suspension cesse : une date après son effet, ou la condition attendue.',
  ],
  'act-to-come': ['effet', 'Un autre acte est déjà prévu après cette date : choisissez un jour d’après.'],
  'already-asked': [null, 'Des observations sont déjà demandées pour cela.'],
  'too-short': ['jusqu_au', 'Laissez du temps pour répondre : choisissez un jour à venir.'],
  'no-such-hearing': [null, 'Cette demande d’observations n’existe pas ou n’est pas à votre portée.'],
  'already-answered': [null, 'Des observations ont déjà été enregistrées, ou la décision est prise.'],
  'answered-in-the-future': [
    'le',
    'La date est à venir : indiquez le jour où les observations sont arrivées.',
  ],
  'not-addressed': [null, 'Seule la structure à qui la décision est adressée peut l’ouvrir.'],
  'told-in-the-future': ['le', 'La date est à venir : indiquez celle que porte le bordereau.'],
  'before-the-decision': ['le', 'La date vient avant celle de la décision : vérifiez-la.'],
  'out-of-order': ['le', 'La lettre a été déposée le {day} : ce fait ne peut pas venir avant.'],
  'already-appealed': ['nature', 'Un recours de cette nature existe déjà contre cette décision.'],
  'nobody-to-answer': [null, 'Personne n’est connu comme destinataire de cette décision.'],
  'filed-in-the-future': ['le', 'La date est à venir : indiquez le jour où le recours est arrivé.'],
  'no-such-appeal': [null, 'Ce recours n’existe pas ou n’est pas à votre portée.'],
  'reviewer-unknown': ['examine_par', 'Choisissez qui examine le recours dans la liste.'],
  'reviewer-is-decider': [
    'motif',
    'Cette personne a pris la première décision : choisissez-en une autre, ou dites pourquoi personne d’autre ne le peut.',
  ],
  'reasons-missing': ['motif', 'Écrivez les motifs de votre réponse.'],
}

/** One sentence for what was refused, on its field. */
export function decisionProblem({ refused, details }: Refusal<DecisionRefusal>): Problem {
  const [field, message] = SAID[refused]
  const day = details.day ? formatDay(details.day as Day) : ''
  return {
    field,
    message: message
      .replace('{name}', details.name ?? '')
      .replace('{what}', details.what || 'une réponse')
      .replace('{day}', day),
  }
}

/** A refusal that comes from the state of the world answers 409, what was mistyped 422. */
export function decisionStatus({ refused }: Refusal<DecisionRefusal>): 409 | 422 {
  return [
    'already-decided',
    'already-replaced',
    'moved-meanwhile',
    'file-changed',
    'already-answered',
  ].includes(refused)
    ? 409
    : 422
}
