import type { AppealState } from '../../domain/decisions/appeal.ts'
import { APPEAL_STATE_NAMES } from './decision-wording.ts'

interface Told {
  subject: string
  body: string
}

interface About {
  schemeName: string
  holderName: string
  networkName: string
  /** Where it is read. */
  address: string
}

/** Says that a decision is there, never what it says: opening it is what notifies it. LAB-16. */
export function decisionMail({ schemeName, holderName, networkName, address }: About): Told {
  return {
    subject: `Label ${schemeName} : une décision vous attend`,
    body: `Bonjour,

Une décision a été prise sur le label ${schemeName}, pour ${holderName}.

Pour la lire, connectez-vous et ouvrez-la ici :
${address}

La décision vous est notifiée le jour où vous l’ouvrez : c’est ce jour qui fait courir le délai pour la contester.

${networkName}
`,
  }
}

/** What is held against a label is told to its holder, who answers before anything is decided. LAB-33. */
export function hearingMail({ schemeName, holderName, networkName, address }: About): Told {
  return {
    subject: `Label ${schemeName} : vos observations sont demandées`,
    body: `Bonjour,

Une décision est envisagée sur le label ${schemeName} porté par ${holderName}. Avant qu’elle soit prise, vos observations sont demandées.

Les griefs et la date limite sont ici :
${address}

${networkName}
`,
  }
}

export function observationsMail({ schemeName, holderName, networkName, address }: About): Told {
  return {
    subject: `Label ${schemeName} : des observations sont arrivées`,
    body: `Bonjour,

${holderName} a répondu à la demande d’observations sur le label ${schemeName}.

À lire ici :
${address}

${networkName}
`,
  }
}

export function appealFiledMail({ schemeName, holderName, networkName, address }: About): Told {
  return {
    subject: `Label ${schemeName} : un recours a été déposé`,
    body: `Bonjour,

Une décision sur le label ${schemeName}, pour ${holderName}, est contestée. Le recours est à confier à quelqu’un qui n’a pas pris la première décision :
${address}

${networkName}
`,
  }
}

export function appealMovedMail(
  { schemeName, holderName, networkName, address }: About,
  state: AppealState,
): Told {
  return {
    subject: `Label ${schemeName} : votre recours (${APPEAL_STATE_NAMES[state].toLowerCase()})`,
    body: `Bonjour,

Votre recours sur le label ${schemeName}, pour ${holderName}, a changé d’état : ${APPEAL_STATE_NAMES[state].toLowerCase()}.

Le détail est ici :
${address}

${networkName}
`,
  }
}
