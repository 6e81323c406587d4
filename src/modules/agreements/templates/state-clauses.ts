import type { Clause, TemplateParty } from './template.ts'
import {
  LEAD_ADDRESS,
  LEAD_NAME,
  LEAD_REPRESENTATIVE,
  PARTNER_ADDRESS,
  PARTNER_NAME,
  PARTNER_PRESENTATION,
  PARTNER_REPRESENTATIVE,
  SIGNING_TOWN,
} from './variables.ts'

// What the three agreements of the State (001, 003, 004) have in common, article by article: only numbers differ.
// The texts are ours.

const NOTHING = { binds: [], variables: [] } as const

export function stateParties(partner: string): readonly TemplateParty[] {
  return [
    { role: 'etat', name: 'l’État', lead: true },
    { role: partner, name: 'le Partenaire', lead: false },
  ]
}

/** `quality`: what the Partner is, and on whose behalf it signs. */
export function partiesClause(quality: string): Clause {
  return {
    key: 'parties',
    number: null,
    title: 'Les parties',
    text: `
Entre {{chef_de_file.nom}}, dont les services sont situés {{chef_de_file.adresse}}, représenté par {{chef_de_file.representant}}, désigné ci-après « l'État », d'une part,

et {{partenaire.nom}}, ${quality}, dont le siège est situé {{partenaire.adresse}}, représenté par {{partenaire.representant}}, désigné ci-après « le Partenaire », d'autre part.

L'État et le Partenaire sont désignés ensemble comme « les Parties ».`,
    binds: ['parties'],
    variables: [
      LEAD_NAME,
      LEAD_ADDRESS,
      LEAD_REPRESENTATIVE,
      PARTNER_NAME,
      PARTNER_ADDRESS,
      PARTNER_REPRESENTATIVE,
    ],
  }
}

export const PREAMBLE: Clause = {
  key: 'preambule',
  number: null,
  title: 'Préambule',
  text: `
Se servir d'Internet est devenu nécessaire pour travailler, apprendre, faire valoir ses droits et prendre part à la vie de la cité. L'État veut que chacun y parvienne, où qu'il habite et quelle que soit sa situation.

Il soutient pour cela les lieux qui accompagnent le public, leur mise en réseau au niveau national et un annuaire géolocalisé qui les fait connaître. Il conclut avec des acteurs publics, associatifs et économiques des accords de coopération transparents et sans exclusivité, qui obligent chacun à des moyens.

Le Partenaire se présente ainsi :

{{partenaire.presentation}}

Les Parties ont voulu organiser leur coopération de la façon qui suit.`,
  binds: [],
  variables: [PARTNER_PRESENTATION],
}

export function dutiesClause(number: string): Clause {
  return {
    key: 'engagements',
    number,
    title: 'Engagements des Parties',
    text: `
Les Parties savent que leurs objectifs demandent une coopération étroite et des moyens de part et d'autre. Elles recherchent d'abord des solutions efficaces.

Chacune communique à l'autre ce qu'elle juge utile à ces objectifs, et l'avertit sans attendre de toute difficulté.`,
    ...NOTHING,
  }
}

export function governanceClause(number: string, network: string): Clause {
  return {
    key: 'gouvernance',
    number,
    title: 'Gouvernance de la médiation numérique',
    text: `
Un comité de gouvernance réunit des représentants des ministères, des collectivités, des associations, des institutions et des entreprises engagées auprès de l'État par un accord de coopération. Il fixe les critères ${network} et veille à leur respect.

Le Partenaire participe à ce comité.

Le comité suit l'évolution du réseau : il revoit les critères, commande les études utiles, construit des indicateurs et mesure ce que les initiatives apportent à la société et à l'économie. Il se réunit au moins une fois par an.`,
    binds: ['governance'],
    variables: [],
  }
}

export function committeeClause(number: string, composition: string): Clause {
  return {
    key: 'pilotage',
    number,
    title: 'Comité de pilotage',
    text: `
Un comité de pilotage, composé ${composition}, se réunit au moins {{termes.reunions}}. Il décide à l'unanimité. Le compte rendu de chaque réunion est validé par les deux Parties.

Il a pour rôle :

- de tirer le bilan de l'année écoulée ;
- de fixer les grandes orientations de l'année suivante, et la façon dont les actions des Parties s'accordent ;
- de débattre des moyens, financiers notamment, que les Parties souhaitent y consacrer.`,
    binds: ['committee'],
    variables: [],
  }
}

export function durationClause(number: string): Clause {
  return {
    key: 'duree',
    number,
    title: 'Durée',
    text: `
La convention entre en vigueur {{termes.entree_en_vigueur}}. Elle est conclue pour {{termes.duree}}.

{{termes.reconduction}}

{{termes.denonciation}}`,
    binds: ['entry', 'initialYears', 'renewal', 'denunciation'],
    variables: [],
  }
}

/** Common promotion needs the other's agreement; the opening differs, and the State's promise of visibility. */
export function communicationClause(
  number: string,
  { opening, visibility, cut }: { opening: string; visibility: boolean; cut: boolean },
): Clause {
  const promise = `

L'État veille de son côté à ce que le Partenaire soit visible sur les supports de toute promotion publique qui porte sur l'objet de la convention.`
  return {
    key: 'communication',
    number,
    title: 'Communication',
    text: `
${opening} Aucune Partie ne communique sur la coopération sous une forme événementielle ou promotionnelle sans en avoir d'abord averti l'autre, qui peut réserver son accord. Les contenus, les supports et les partenaires associés sont choisis ensemble.

Dans une promotion commune, les messages, les noms, les marques et les logos ne doivent prêter à aucune confusion sur la nature, la durée et les limites de la coopération, ni sur le rôle de chacun.

Les Parties se communiquent les résultats des opérations qu'elles conduisent ensemble.${visibility ? promise : ''}`,
    ...(cut && { textIncomplete: true as const }),
    binds: ['communication'],
    variables: [],
  }
}

export function amendmentClause(number: string): Clause {
  return {
    key: 'modification',
    number,
    title: 'Modification de la convention',
    text: `
Les Parties peuvent modifier la convention à tout moment, par un avenant signé de chacune.

Sauf indication contraire de l'avenant, celui-ci prend effet {{termes.effet_avenant}}. Les avenants signés font partie de la convention et lui sont annexés.`,
    binds: ['amendmentEffect'],
    variables: [],
  }
}

export function disputeClause(number: string): Clause {
  return {
    key: 'litiges',
    number,
    title: 'Loi applicable et litiges',
    text: `
La convention est soumise à la loi française.

En cas de difficulté sur son sens ou son application, la Partie la plus diligente en saisit l'autre par lettre recommandée avec avis de réception, pour chercher une solution amiable.

{{termes.litiges}}`,
    binds: ['dispute'],
    variables: [],
  }
}

export const SIGNATURES: Clause = {
  key: 'signatures',
  number: null,
  title: 'Signatures',
  text: `
Fait à {{ville_signature}}, en {{termes.exemplaires}} exemplaires originaux.

Pour l'État : {{chef_de_file.representant}}.

Pour le Partenaire : {{partenaire.representant}}.`,
  binds: [],
  variables: [SIGNING_TOWN, LEAD_REPRESENTATIVE, PARTNER_REPRESENTATIVE],
}
