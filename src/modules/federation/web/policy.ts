import { byRole, everybody } from '../../../platform/session/actor.ts'

export const policy = {
  /** Another network proves by its key who it is: no person is behind the request. */
  readFeed: everybody('federation.read-feed'),
  offerSame: everybody('federation.offer-same'),
  /** A reader answers to the offer of a place, under its own key. */
  answerTransfer: everybody('federation.answer-transfer'),
  read: byRole('federation.read', { officer: 'all', reader: 'all', auditor: 'all' }),
  manage: byRole('federation.manage', { officer: 'all' }),
}
