import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import {
  inside,
  type PersonalData,
  type Section,
  type Subject,
  sectionFrom,
  type Within,
} from '../../../platform/privacy/personal-data.ts'
import { erasePerson, usedMandates } from './erasure.store.ts'

/** The account, how it is opened, for whom the person acts, and in which name they may sign. */
export const identityPersonalData: PersonalData = {
  module: 'identity',
  title: 'Votre compte',
  read: async (db, person, within) => [
    ...(await accountSections(db, person)),
    ...(await standingSections(db, person, within)),
    ...(await helpSections(db, person, within)),
  ],
  async preview(db, person) {
    const used = await usedMandates(db, person.id)
    return {
      gone: [
        'Le nom, le prénom, le courriel et le téléphone du compte',
        'Toutes les façons de se connecter : mot de passe, clés d’accès, application de codes, appareils connus',
        'Les sessions ouvertes : elles se ferment aussitôt',
        'Les rôles dans les réseaux : ils prennent fin aussitôt',
        'Le nom et l’adresse dans les invitations et les contacts des structures',
        'Le nom dans les mandats et délégations qui n’ont servi à aucun acte',
      ],
      kept: used.map(({ quality, organisation }) => ({
        what: `Le nom dans le mandat « ${quality} » de ${organisation}`,
        why: 'Ce mandat a servi à un acte : il prouve que la structure s’est engagée.',
      })),
    }
  },
  erase: erasePerson,
}

function accountSections(db: Database, { id, email }: Subject): Promise<Section[]> {
  return Promise.all([
    sectionFrom(db, {
      key: 'compte',
      title: 'Identité',
      table: 'identity.person',
      columns: {
        given_name: ['prenom', 'Prénom'],
        family_name: ['nom', 'Nom'],
        name: ['nom_complet', 'Nom complet'],
        email: ['courriel', 'Courriel'],
        phone: ['telephone', 'Téléphone'],
        image: ['portrait', 'Portrait'],
        created_at: ['cree_le', 'Compte créé le'],
        last_seen_on: ['vu_le', 'Dernier usage'],
        inactivity_warned_on: ['prevenu_le', 'Prévenu de l’inactivité le'],
      },
      where: sql<boolean>`t.id = ${id}`,
    }),
    sectionFrom(db, {
      key: 'sessions',
      title: 'Sessions ouvertes',
      table: 'identity.session',
      columns: {
        created_at: ['ouverte_le', 'Ouverte le'],
        expires_at: ['fin_le', 'Fin'],
        opened_by: ['moyen', 'Moyen'],
        address: ['adresse', 'Adresse réseau'],
        user_agent: ['navigateur', 'Navigateur'],
      },
      where: sql<boolean>`t.person_id = ${id}`,
    }),
    sectionFrom(db, {
      key: 'moyens_de_connexion',
      title: 'Moyens de connexion (jamais le mot de passe)',
      table: 'identity.credential',
      columns: {
        created_at: ['cree_le', 'Créé le'],
        provider: ['fournisseur', 'Moyen'],
        account: ['compte', 'Identifiant chez ce fournisseur'],
      },
      where: sql<boolean>`t.person_id = ${id}`,
    }),
    sectionFrom(db, {
      key: 'cles_d_acces',
      title: 'Clés d’accès',
      table: 'identity.passkey',
      columns: { created_at: ['creee_le', 'Créée le'], name: ['nom', 'Nom de l’appareil'] },
      where: sql<boolean>`t.person_id = ${id}`,
    }),
    sectionFrom(db, {
      key: 'cles_d_api',
      title: 'Clés d’API (jamais la clé elle-même)',
      table: 'identity.api_key',
      columns: {
        created_at: ['creee_le', 'Créée le'],
        name: ['nom', 'Nom'],
        scopes: ['portee', 'Portée'],
        expires_at: ['echeance', 'Échéance'],
        last_used_at: ['dernier_usage', 'Dernier usage'],
        revoked_at: ['retiree_le', 'Retirée le'],
      },
      where: sql<boolean>`t.person_id = ${id}`,
    }),
    sectionFrom(db, {
      key: 'application_de_codes',
      title: 'Application de codes',
      table: 'identity.two_factor',
      columns: { verified: ['confirmee', 'Confirmée'] },
      where: sql<boolean>`t.person_id = ${id}`,
    }),
    sectionFrom(db, {
      key: 'appareils',
      title: 'Appareils déjà vus',
      table: 'identity.known_device',
      columns: {
        first_seen_at: ['vu_d_abord_le', 'Vu la première fois'],
        last_seen_at: ['vu_le', 'Vu la dernière fois'],
        label: ['appareil', 'Appareil'],
      },
      where: sql<boolean>`t.person_id = ${id}`,
    }),
    sectionFrom(db, {
      key: 'liens_envoyes',
      title: 'Liens envoyés et pas encore utilisés',
      table: 'identity.verification',
      columns: { created_at: ['envoye_le', 'Envoyé le'], expires_at: ['expire_le', 'Expire le'] },
      where: sql<boolean>`t.value like ${`%${id}%`} or t.value like ${`%${email}%`}`,
    }),
  ])
}

function standingSections(db: Database, { id, email }: Subject, within: Within): Promise<Section[]> {
  const power = {
    from_day: ['du', 'Du'],
    until_day: ['au', 'Jusqu’au (exclu)'],
    holder_name: ['titulaire', 'Titulaire'],
    quality: ['qualite', 'Qualité'],
    act_reference: ['acte', 'Acte'],
  } as const
  return Promise.all([
    sectionFrom(db, {
      key: 'appartenances',
      title: 'Pour qui vous agissez',
      table: 'identity.membership',
      columns: {
        from_day: ['du', 'Du'],
        until_day: ['au', 'Jusqu’au (exclu)'],
        role: ['role', 'Rôle'],
        job_title: ['fonction', 'Fonction'],
        organisation_id: ['structure', 'Structure'],
        network_id: ['reseau', 'Réseau'],
        end_reason: ['motif_de_fin', 'Motif de fin'],
      },
      where: sql<boolean>`t.person_id = ${id} and ${inside('t.network_id', within)}`,
    }),
    sectionFrom(db, {
      key: 'invitations',
      title: 'Invitations reçues',
      table: 'identity.invitation',
      columns: {
        invited_at: ['invite_le', 'Le'],
        email: ['courriel', 'Courriel'],
        given_name: ['prenom', 'Prénom'],
        family_name: ['nom', 'Nom'],
        job_title: ['fonction', 'Fonction'],
        role: ['role', 'Rôle'],
        answer: ['reponse', 'Réponse'],
      },
      where: sql<boolean>`(t.email = ${email} or t.membership_id in
        (select m.id from identity.membership m where m.person_id = ${id})) and ${inside('t.network_id', within)}`,
    }),
    sectionFrom(db, {
      key: 'mandats',
      title: 'Mandats à votre nom',
      table: 'identity.mandate',
      columns: power,
      where: sql<boolean>`t.person_id = ${id} and ${inside('t.network_id', within)}`,
    }),
    sectionFrom(db, {
      key: 'delegations',
      title: 'Délégations à votre nom',
      table: 'identity.delegation',
      columns: power,
      where: sql<boolean>`t.person_id = ${id} and t.mandate_id in
        (select m.id from identity.mandate m where ${inside('m.network_id', within)})`,
    }),
    sectionFrom(db, {
      key: 'contacts',
      title: 'Votre adresse parmi les contacts des structures',
      table: 'identity.contact',
      columns: {
        added_at: ['ajoute_le', 'Ajouté le'],
        name: ['nom', 'Nom'],
        job_title: ['fonction', 'Fonction'],
        email: ['courriel', 'Courriel'],
        phone: ['telephone', 'Téléphone'],
      },
      where: sql<boolean>`lower(t.email) = ${email} and t.organisation_id in
        (select o.id from identity.organisation o where ${inside('o.network_id', within)})`,
    }),
  ])
}

function helpSections(db: Database, { id }: Subject, within: Within): Promise<Section[]> {
  return Promise.all([
    sectionFrom(db, {
      key: 'accords_d_aide',
      title: 'Accords donnés pour être aidé',
      table: 'identity.support_consent',
      columns: {
        given_at: ['donne_le', 'Donné le'],
        until_at: ['jusqu_au', 'Jusqu’au'],
        may_write: ['peut_agir', 'Permet d’agir'],
        withdrawn_at: ['retire_le', 'Retiré le'],
      },
      where: sql<boolean>`t.person_id = ${id} and ${inside('t.network_id', within)}`,
    }),
    sectionFrom(db, {
      key: 'aides',
      title: 'Aides reçues ou données',
      table: 'identity.impersonation',
      columns: {
        started_at: ['debut', 'Début'],
        ended_at: ['fin', 'Fin'],
        impersonator_id: ['par', 'Par'],
        reason: ['motif', 'Motif'],
      },
      where: sql<boolean>`(t.impersonator_id = ${id} or t.membership_id in
        (select m.id from identity.membership m where m.person_id = ${id})) and ${inside('t.network_id', within)}`,
    }),
  ])
}
