/** Labels granted to places under an agreement. Reads: the view `labels.shown_label`. */
export { addScheme, type Scheme, type SchemeId } from './data/awards/awards.store.ts'
export { labelsPersonalData } from './data/personal-data.ts'
export { labelsRegister } from './privacy.ts'
export { grantLabel, type LabelGrant } from './use-cases/awards/grant-label.ts'
export { labelEvidence } from './use-cases/awards/label-evidence.ts'
export { agreementLabels } from './web/awards/panel.tsx'
export { labelRoutes } from './web/label.routes.ts'
