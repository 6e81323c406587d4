import type { ErasureGround } from '../domain/erasure.ts'

export const groundNames: Record<ErasureGround, string> = {
  request: 'À la demande de la personne (RGPD, article 17)',
  inactivity: 'Le compte ne servait plus, et la personne en avait été prévenue (RGPD, article 5, 1, e)',
}

/** What the certificate certifies, in one sentence. */
export function certificateSentence(headName: string, networkName: string): string {
  return `${headName} atteste que les données d’une personne ont été effacées de la plateforme du réseau ${networkName}.`
}
