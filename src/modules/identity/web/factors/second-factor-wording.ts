import type { Problem } from '../../../../platform/http/form.ts'
import type { PasskeyFailure } from '../../data/factors/passkey-ceremony.ts'
import { CLOSED_MINUTES } from '../../data/factors/second-factor.store.ts'
import type { CodeRefusal } from '../../use-cases/factors/try-code.ts'

const codeSentences: Record<CodeRefusal, string> = {
  'wrong-code':
    'Ce code n’est pas le bon. Recopiez celui que l’application affiche maintenant, ou un code de secours.',
  'spent-code': 'Ce code a déjà servi. Attendez que l’application affiche le suivant.',
  closed: `Trop de codes faux ont été tapés. Attendez ${CLOSED_MINUTES} minutes, ou utilisez une clé d’accès.`,
  'no-code': 'Aucune application ne donne de code pour ce compte. Choisissez une autre façon.',
}

export function problemOfCode(refused: CodeRefusal): Problem {
  return {
    field: refused === 'wrong-code' || refused === 'spent-code' ? 'code' : null,
    message: codeSentences[refused],
  }
}

const passkeySentences: Record<PasskeyFailure, string> = {
  expired: 'La demande a expiré, ou elle a déjà servi. Recommencez.',
  unknown: 'Cette clé n’est reliée à aucun compte ici. Choisissez une autre façon de vous connecter.',
  unlocked:
    'Votre appareil n’a pas vérifié que c’était vous (code, empreinte ou visage). Réglez un verrouillage, puis recommencez.',
  stale: 'Votre connexion date de plus d’un jour. Déconnectez-vous, reconnectez-vous, puis ajoutez la clé.',
  refused: 'La clé n’a pas été acceptée. Recommencez, ou choisissez une autre façon.',
}

export function problemOfPasskey(failure: PasskeyFailure): Problem {
  return { field: null, message: passkeySentences[failure] }
}
