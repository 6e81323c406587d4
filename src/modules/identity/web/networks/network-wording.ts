import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { LogoRefusal, NetworkRefusal } from '../../use-cases/networks/change-network.ts'

const sentences: Record<NetworkRefusal | LogoRefusal, Problem> = {
  'changed-meanwhile': {
    field: null,
    message:
      'Ces réglages ont été modifiés pendant que vous les lisiez. Rien n’est enregistré : rouvrez la page et recommencez.',
  },
  'host-taken': {
    field: 'domaine',
    message: 'Ce nom de domaine est déjà celui d’un autre réseau. Choisissez-en un autre.',
  },
  'logo-too-large': {
    field: 'logo',
    message: 'Ce logo dépasse 512 Ko. Réduisez l’image, puis choisissez-la de nouveau.',
  },
  'not-an-image': {
    field: 'logo',
    message: 'Ce fichier n’est pas une image PNG, JPEG ou WebP. Choisissez-en une autre.',
  },
}

export function problemOfNetwork({ refused }: Refusal<NetworkRefusal | LogoRefusal>): Problem {
  return sentences[refused]
}
