/** Labels granted to places under an agreement. Reads: the view `labels.shown_label`. */
export { addScheme, type Scheme, type SchemeId } from './data/labels.store.ts'
export { labelsPersonalData } from './data/personal-data.ts'
export { labelsRegister } from './privacy.ts'
export { grantLabel, type LabelGrant } from './use-cases/grant-label.ts'
export { labelEvidence } from './use-cases/label-evidence.ts'
export { agreementLabels } from './web/panel.tsx'
export { labelRoutes } from './web/routes.tsx'
