import type { IssuedKind } from '../../domain/issued-document.ts'

export const issuedNames: Record<IssuedKind, string> = {
  agreement: 'Convention',
  consolidated_text: 'Texte consolidé',
  amendment: 'Avenant',
  renewal_act: 'Acte de reconduction',
  evidence: 'Dossier de preuve',
  term_sheet: 'Fiche des termes',
  letter: 'Courrier',
}
