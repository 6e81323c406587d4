import type { Network } from '../../../platform/session/actor.ts'
import { formatDay, formatMoment } from '../../../ui/french.ts'
import type { Agreement } from '../domain/agreement.ts'
import type { Fact, Part, WrittenDocument } from '../domain/written-document.ts'
import type { SignatureProof } from '../use-cases/signing/check-evidence.ts'
import { evidenceDigest } from '../use-cases/signing/evidence-digest.ts'
import { partyName } from '../web/parties.ts'
import { signatureSentences } from '../web/signing/signature-wording.ts'
import { SIGNATURE_LEVEL } from '../web/signing/signing-wording.ts'

/** The evidence sheet of one signature: who, for whom, when, by which means, and the print of what was signed. AGR-24 */
export function evidenceDocument(
  network: Network,
  agreement: Agreement,
  proof: SignatureProof,
): WrittenDocument {
  const { act, evidence, originals } = proof
  const flags = signatureSentences(proof)
  return {
    title: 'Dossier de preuve de signature',
    issuer: network.name,
    intro: `Convention ${agreement.reference}, signature de ${partyName(agreement, act.party, network.headName)}.`,
    reference: `${agreement.reference}, preuve de signature`,
    letter: null,
    parts: [
      { kind: 'facts', facts: [...commonFacts(network, agreement, proof), ...onlineFacts(evidence)] },
      ...(evidence ? [verdict(proof), { kind: 'note', text: SIGNATURE_LEVEL } as const] : []),
      ...(flags.length > 0 ? flagParts(flags) : []),
      ...(originals.length > 0 ? originalParts(originals) : []),
    ],
  }
}

function commonFacts(network: Network, agreement: Agreement, { act, evidence }: SignatureProof): Fact[] {
  return [
    { term: 'Pour', value: partyName(agreement, act.party, network.headName) },
    { term: 'Signataire', value: act.capacity ?? 'Non dit' },
    {
      term: 'Date',
      value: evidence
        ? `${formatMoment(evidence.code_typed_at)} (heure de Paris)`
        : formatDay(act.occurredOn),
    },
    { term: 'Connue de la plateforme le', value: formatMoment(act.recordedAt) },
    { term: 'Moyen', value: evidence ? 'En ligne, par un code envoyé par courriel' : 'Sur papier' },
  ]
}

function onlineFacts(evidence: SignatureProof['evidence']): Fact[] {
  if (!evidence) return []
  return [
    { term: 'Compte', value: `${evidence.signer_name}, pour ${evidence.organisation_name}` },
    { term: 'A déclaré', value: evidence.declared.join(' ') },
    {
      term: 'Code par courriel',
      value: `Demandé le ${formatMoment(evidence.code_sent_at)}, tapé le ${formatMoment(evidence.code_typed_at)}`,
    },
    {
      term: 'Depuis',
      value:
        [evidence.address && `réseau ${evidence.address}`, evidence.user_agent].filter(Boolean).join(', ') ||
        'Non transmis',
    },
    { term: 'Empreinte du texte signé (SHA-256)', value: evidence.fingerprint },
    { term: 'Empreinte de cette preuve, écrite dans le sceau', value: evidenceDigest(evidence) },
  ]
}

function verdict({ isIntact }: SignatureProof): Part {
  const said = isIntact
    ? 'Vérifié à l’émission de ce document : le texte gardé a l’empreinte qui a été signée.'
    : 'Attention : le texte gardé n’a plus l’empreinte qui a été signée.'
  return { kind: 'text', blocks: [said] }
}

function flagParts(flags: readonly string[]): Part[] {
  return [
    { kind: 'heading', text: 'À confirmer par les parties', anchor: 'a-confirmer' },
    { kind: 'text', blocks: flags },
  ]
}

function originalParts(originals: SignatureProof['originals']): Part[] {
  return [
    { kind: 'heading', text: 'Originaux', anchor: 'originaux' },
    {
      kind: 'table',
      caption: 'Scans joints à la signature',
      columns: ['Fichier', 'Joint le', 'Empreinte (SHA-256)'],
      rows: originals.map(({ file_name, added_at, sha256 }) => [file_name, formatMoment(added_at), sha256]),
    },
  ]
}
