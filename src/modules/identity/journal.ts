import type { JournalFamilies, JournalSubject } from '../../platform/journal/families.ts'
import { HEAD_ROLES } from '../../platform/session/actor.ts'

const membership: JournalSubject = { path: '/reglages/membres/:id', roles: [...HEAD_ROLES, 'partner'] }

/** What its lines of the journal say. */
export const identityActions: JournalFamilies = {
  'api-key': {
    name: 'Clés d’API',
    actions: {
      created: 'a créé une clé d’API',
      revoked: 'a retiré une clé d’API',
    },
  },
  contact: {
    name: 'Contacts des structures',
    actions: {
      changed: 'a modifié un contact de structure',
      recorded: 'a ajouté un contact de structure',
      removed: 'a retiré un contact de structure',
    },
  },
  context: {
    name: 'Choix de structure',
    actions: { switched: 'a choisi une autre structure pour agir' },
  },
  delegation: {
    name: 'Délégations',
    actions: {
      ended: 'a mis fin à une délégation de signature',
      recorded: 'a enregistré une délégation de signature',
      withdrawn: 'a retiré une délégation enregistrée par erreur',
    },
  },
  email: {
    name: 'Adresses de courriel',
    actions: {
      changed: 'a changé d’adresse de courriel',
      confirmed: 'a confirmé son adresse de courriel',
    },
  },
  'email-change': {
    name: 'Changements d’adresse',
    actions: { asked: 'a demandé à changer d’adresse de courriel' },
  },
  identity: {
    name: 'Noms des comptes',
    actions: { changed: 'a modifié son nom' },
  },
  invitation: {
    name: 'Invitations',
    page: { path: '/reglages/membres/invitations/:id', roles: [...HEAD_ROLES, 'partner'] },
    actions: {
      accepted: 'a accepté une invitation',
      refused: 'a refusé une invitation',
      resent: 'a renvoyé une invitation',
      sent: 'a envoyé une invitation',
      withdrawn: 'a retiré une invitation',
    },
  },
  link: {
    name: 'Liens de connexion',
    actions: { asked: 'a demandé un lien de connexion' },
  },
  mandate: {
    name: 'Mandats',
    actions: {
      ended: 'a mis fin à un mandat',
      recorded: 'a enregistré un mandat',
      withdrawn: 'a retiré un mandat enregistré par erreur',
    },
  },
  membership: {
    name: 'Membres',
    page: membership,
    actions: {
      changed: 'a modifié la fonction d’un membre',
      ended: 'a retiré un rôle',
      left: 'a quitté une structure',
    },
  },
  network: {
    name: 'Réseau',
    actions: {
      changed: 'a modifié les réglages du réseau',
      created: 'a créé un réseau',
      detached: 'a détaché le réseau de celui qui le portait',
      founded: 'a fondé le réseau',
    },
  },
  'network-placement': {
    name: 'Rattachements de réseaux',
    actions: {
      answered: 'a répondu à une demande de rattachement',
      asked: 'a demandé le rattachement à un autre réseau',
      withdrawn: 'a retiré une demande de rattachement',
    },
  },
  organisation: {
    name: 'Structures',
    page: { path: '/structures/:id', roles: [...HEAD_ROLES, 'partner', 'facilitator'] },
    actions: {
      changed: 'a modifié une structure',
      merged: 'a réuni deux fiches d’une même structure',
      recorded: 'a ajouté une structure',
      separated: 'a séparé deux fiches de structure',
    },
  },
  'organisation-ref': {
    name: 'Identifiants des structures',
    actions: {
      recorded: 'a ajouté l’identifiant d’une structure',
      removed: 'a retiré l’identifiant d’une structure',
    },
  },
  passkey: {
    name: 'Clés d’accès',
    actions: {
      added: 'a ajouté une clé d’accès',
      removed: 'a retiré une clé d’accès',
      renamed: 'a renommé une clé d’accès',
    },
  },
  password: {
    name: 'Mots de passe',
    actions: { changed: 'a changé de mot de passe' },
  },
  proconnect: {
    name: 'ProConnect',
    actions: {
      linked: 'a relié son compte à ProConnect',
      unlinked: 'a délié son compte de ProConnect',
    },
  },
  'recovery-codes': {
    name: 'Codes de secours',
    actions: {
      noted: 'a noté ses codes de secours',
      renewed: 'a renouvelé ses codes de secours',
    },
  },
  'second-factor': {
    name: 'Seconds facteurs',
    actions: {
      added: 'a ajouté un code à ses connexions',
      prepared: 'a préparé l’application qui donne un code',
      removed: 'a retiré le code de ses connexions',
      reset: 'a remis à zéro la seconde preuve d’un membre',
    },
  },
  session: {
    name: 'Sessions',
    actions: {
      closed: 'a fermé sa session',
      opened: 'a ouvert une session',
      revoked: 'a fermé une session ouverte ailleurs',
      strengthened: 'a confirmé sa session par une seconde preuve',
    },
  },
  support: {
    name: 'Visites d’assistance',
    page: membership,
    actions: {
      ended: 'a mis fin à une visite d’assistance',
      started: 'a commencé une visite d’assistance',
    },
  },
  'support-consent': {
    name: 'Ouvertures de l’assistance',
    actions: {
      given: 'a ouvert l’assistance sur son compte',
      withdrawn: 'a fermé l’assistance sur son compte',
    },
  },
}
