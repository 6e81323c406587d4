import { agreementsPersonalData, agreementsRegister } from './modules/agreements/index.ts'
import { equipmentPersonalData, equipmentRegister, equipmentRetention } from './modules/equipment/index.ts'
import {
  facilitatorsPersonalData,
  facilitatorsRegister,
  facilitatorsRetention,
} from './modules/facilitators/index.ts'
import { federationPersonalData, federationRegister } from './modules/federation/index.ts'
import { identityPersonalData, identityRegister, identityRetention } from './modules/identity/index.ts'
import { initiativesPersonalData, initiativesRegister } from './modules/initiatives/index.ts'
import { labelsPersonalData, labelsRegister, labelsRetention } from './modules/labels/index.ts'
import { placesPersonalData, placesRegister, placesRetention } from './modules/places/index.ts'
import {
  type PrivacyParts,
  privacyPersonalData,
  privacyRegister,
  privacyRetention,
} from './modules/privacy/index.ts'
import { journalRetention } from './platform/journal/retention.ts'
import { platformPersonalData } from './platform/privacy/platform-data.ts'
import { platformRetention } from './platform/privacy/platform-retention.ts'
import { platformRegister } from './platform/privacy/register.ts'

/** The account comes first: it is what people look for, and what goes last when they are erased. */
const personalData = [
  identityPersonalData,
  privacyPersonalData,
  agreementsPersonalData,
  initiativesPersonalData,
  labelsPersonalData,
  equipmentPersonalData,
  placesPersonalData,
  facilitatorsPersonalData,
  federationPersonalData,
  platformPersonalData,
]

/** What every part of the product says of the people it knows. */
export const privacyParts: PrivacyParts = {
  register: [
    ...identityRegister,
    ...agreementsRegister,
    ...initiativesRegister,
    ...labelsRegister,
    ...equipmentRegister,
    ...placesRegister,
    ...federationRegister,
    ...facilitatorsRegister,
    ...privacyRegister,
    ...platformRegister,
  ],
  personalData,
  retentionRules: [
    ...identityRetention,
    ...equipmentRetention,
    ...labelsRetention,
    ...facilitatorsRetention,
    ...placesRetention,
    ...platformRetention,
    ...journalRetention,
    ...privacyRetention(personalData),
  ],
}
