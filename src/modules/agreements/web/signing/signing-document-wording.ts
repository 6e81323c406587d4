import type { SignedText } from '../../domain/signed-text.ts'
import type { Part, WrittenDocument } from '../../domain/written-document.ts'

interface About {
  /** SHA-256 of the text that is signed. */
  fingerprint: string
  networkName: string
  verifyAt: string
}

/** The agreement as it is given to sign, whole: its text, its places, and where each party signs. */
export function signingDocument(text: SignedText, about: About): WrittenDocument {
  return {
    title: text.title,
    issuer: about.networkName,
    intro: `Convention ${text.reference}, entre ${text.parties.map(({ name }) => name).join(' et ')}.`,
    reference: `Convention ${text.reference}`,
    letter: null,
    parts: [
      ...text.clauses.flatMap(clauseParts),
      heading('Annexe : lieux listés', 'annexe'),
      { kind: 'text', blocks: [text.places.map(({ name }) => name)] },
      heading('Signatures', 'signatures'),
      { kind: 'signatures', signatures: text.parties.map(({ name }) => ({ party: name, said: '' })) },
      {
        kind: 'text',
        blocks: [
          'Une signature donnée en ligne n’est pas dessinée ici : elle est scellée dans ce fichier, et racontée par son dossier de preuve. Un lecteur de PDF la montre dans la liste des signatures.',
        ],
      },
      {
        kind: 'facts',
        facts: [
          { term: 'Empreinte du texte (SHA-256)', value: about.fingerprint },
          { term: 'Vérifier ce fichier', value: about.verifyAt },
        ],
      },
    ],
  }
}

function clauseParts({ number, title, blocks, incomplete }: SignedText['clauses'][number]): Part[] {
  const anchor = number ? `art-${number}` : ''
  const note = { kind: 'note', text: 'Texte incomplet dans la copie disponible.' } as const
  return [heading(headingOf(number, title), anchor), { kind: 'text', blocks }, ...(incomplete ? [note] : [])]
}

/** Some copies number their annexes as articles. */
function headingOf(number: string | null, title: string): string {
  if (!number) return title
  return /^[0-9IVX]/.test(number) ? `Article ${number}. ${title}` : `${number}. ${title}`
}

function heading(text: string, anchor: string): Part {
  return { kind: 'heading', text, anchor }
}
