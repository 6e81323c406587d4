import type { Day } from '../../../kernel/day.ts'
import { formatDay } from '../../../ui/french.ts'
import type { RightsRequest } from '../data/requests.store.ts'
import { kindNames, outcomeNames } from './wording.ts'

export type PersonEvent = 'filed' | 'extended' | 'answered' | 'erased'

interface PersonMail {
  request: RightsRequest
  networkName: string
  /** Where the request is followed. */
  address: string
  /** Of the erasure, once done. */
  certificate: string | null
}

interface Words {
  subject: string
  body: string
}

/** What the person who asked is told. */
export function personMail(
  event: PersonEvent,
  { request, networkName, address, certificate }: PersonMail,
): Words {
  const received = `Nous avons reçu votre demande « ${kindNames[request.kind]} » le ${formatDay(request.filedOn)}. La réponse est due le ${formatDay(request.dueOn)} au plus tard.`
  const follow = `Suivre votre demande : ${address}`
  const bodies: Record<PersonEvent, string[]> = {
    filed: request.verifiedAt
      ? [received, follow]
      : [
          received,
          `Pour confirmer que cette adresse est la vôtre, ouvrez cette page et appuyez sur « Confirmer ma demande » : ${address}`,
          'Si vous n’avez rien demandé, ne faites rien : la demande restera sans suite.',
        ],
    extended: [
      `Votre demande du ${formatDay(request.filedOn)} nous prendra plus de temps que prévu. La réponse est due le ${formatDay(request.dueOn)} au plus tard.`,
      `Pourquoi : ${request.extensionReason}`,
      'Vous pouvez vous plaindre de ce délai auprès de la CNIL (cnil.fr).',
      follow,
    ],
    answered: [
      `Votre demande du ${formatDay(request.filedOn)} a sa réponse : ${request.outcome ? outcomeNames[request.outcome].toLowerCase() : ''}.`,
      ...(request.answer ? [request.answer] : []),
      ...(request.outcome === 'granted'
        ? []
        : ['Si cette réponse ne vous convient pas, vous pouvez écrire à la CNIL (cnil.fr).']),
      follow,
    ],
    erased: [
      'Vos données sont effacées, comme vous l’avez demandé.',
      `L’attestation dit ce qui a disparu, ce qui reste et pourquoi : ${certificate ?? address}`,
      'Gardez cette adresse : ce message lui-même sera effacé.',
    ],
  }
  const subjects: Record<PersonEvent, string> = {
    filed: request.verifiedAt ? 'votre demande est reçue' : 'confirmez votre demande',
    extended: 'votre demande prendra plus de temps',
    answered: 'la réponse à votre demande',
    erased: 'vos données sont effacées',
  }
  return letter(`${networkName} : ${subjects[event]}`, bodies[event], networkName)
}

export type DeskEvent = 'filed' | 'soon' | 'late'

/** What those who answer are told. Neither name nor message: they are on the page, behind the sign-in. */
export function deskMail(
  event: DeskEvent,
  { request, networkName, address }: Omit<PersonMail, 'certificate'>,
): Words {
  const about = `« ${kindNames[request.kind]} », reçue le ${formatDay(request.filedOn)}`
  const sentences: Record<DeskEvent, string> = {
    filed: `Une personne a fait une demande sur ses données (${about}). La réponse est due le ${formatDay(request.dueOn)} : un mois après la réception (RGPD, art. 12).`,
    soon: `Une demande sur des données (${about}) attend encore sa réponse, due le ${formatDay(request.dueOn)}.`,
    late: `Une demande sur des données (${about}) est en retard : la réponse était due le ${formatDay(request.dueOn)}.`,
  }
  const subjects: Record<DeskEvent, string> = {
    filed: 'une demande sur des données personnelles',
    soon: 'une demande sur des données attend sa réponse',
    late: 'une demande sur des données est en retard',
  }
  return letter(
    `${networkName} : ${subjects[event]}`,
    [sentences[event], `Y répondre : ${address}`],
    networkName,
  )
}

interface InactivityMail {
  networkName: string
  lastSeenOn: Day
  erasedOn: Day
  address: string
}

/** A month before an unused account is erased. */
export function inactivityMail({ networkName, lastSeenOn, erasedOn, address }: InactivityMail): Words {
  return letter(
    `${networkName} : votre compte va être effacé`,
    [
      `Votre compte n’a pas servi depuis le ${formatDay(lastSeenOn)}. Il sera effacé le ${formatDay(erasedOn)} : nous ne gardons pas les données des personnes qui ne viennent plus.`,
      `Pour le garder, connectez-vous avant ce jour : ${address}`,
      'Si vous ne voulez plus de ce compte, vous n’avez rien à faire.',
    ],
    networkName,
  )
}

export function erasedForInactivityMail({
  networkName,
  certificate,
}: {
  networkName: string
  certificate: string
}): Words {
  return letter(
    `${networkName} : votre compte est effacé`,
    [
      'Votre compte ne servait plus : il est effacé, comme nous vous l’avions annoncé.',
      `L’attestation dit ce qui a disparu, ce qui reste et pourquoi : ${certificate}`,
    ],
    networkName,
  )
}

function letter(subject: string, paragraphs: readonly string[], networkName: string): Words {
  return { subject, body: ['Bonjour,', ...paragraphs, networkName].join('\n\n') }
}
