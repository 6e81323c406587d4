import { folded } from '../fold.ts'
import type { Findings } from '../imports/finding.ts'
import type { StandardColumn, StandardRow } from './standard-columns.ts'

const MAIL = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u
/** One alone, that needs no cleaning. */
const PLAIN_MAIL = /^[\w.+-]+@[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}$/
const LONGEST = 254
const PERSONAL_DOMAIN =
  /@(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|orange|wanadoo|free|sfr|neuf|laposte|bbox|icloud|aol)\./
/** Words that name a desk, not somebody: `france.services@`, `accueil.mairie@`. */
const DESK =
  /accueil|adil|agence|asso|bibli|bus|ccas|centre|cias|contact|cyber|direction|ecole|emploi|epn|espace|formation|france|info|maison|mairie|media|mfs|mission|mjc|msap|numerique|point|pole|public|secretariat|service|social|tiers|ville/
const LONGEST_URL = 2000
const PLAIN_URL = /^https?:\/\/([a-z\d-]+\.)+[a-z]{2,}([/?#][^\s<>"|;]*)?$/
const DOMAIN = /^(www\.)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}([/?#:].*)?$/u

/** Addresses the place can be written to (DIR-23). */
export function checkMails(row: StandardRow, findings: Findings): string[] {
  const raw = row.courriels.trim()
  if (raw === '') return []
  const mails =
    PLAIN_MAIL.test(raw) && raw.length <= LONGEST ? [raw] : readMails(raw, row.telephone, findings)
  for (const mail of mails.filter(looksPersonal)) {
    findings.remark(
      'courriels',
      mail,
      'mail-personal',
      'Ce courriel semble être celui d’une personne : préférez l’adresse du lieu, ou demandez son accord.',
    )
  }
  return mails
}

/** `phones`: as written; a number that both cells hold is no spoilt address. */
function readMails(raw: string, phones: string, findings: Findings): string[] {
  const mails: string[] = []
  for (const part of raw.split(/[|;,\n]|\s-\s|\s\/\s/)) {
    const mail = readMail(part)
    if (mail === '' || (!mail.includes('@') && /\d/.test(mail) && phones.includes(mail))) continue
    if (!MAIL.test(mail) || mail.length > LONGEST) {
      findings.warn(
        'courriels',
        part.trim(),
        'mail-false',
        'Cette adresse de courriel est incomplète ou mal écrite : corrigez-la auprès du lieu.',
      )
    } else if (!mails.includes(mail)) mails.push(mail)
  }
  if (mails.length > 0 && mails.join('|') !== raw) {
    findings.correct(
      'courriels',
      raw,
      'mail-rewritten',
      'Les adresses de courriel sont nettoyées et séparées par « | ».',
      mails.join('|'),
    )
  }
  return mails
}

/** Public addresses of the place, http or https. */
export function checkWebsites(row: StandardRow, findings: Findings): string[] {
  const raw = row.site_web.trim()
  if (raw === '') return []
  if (isPlainUrl(raw)) return [raw]
  const urls = raw
    .split(/[|;\n]|\s+/)
    .map((part) => readUrl('site_web', part, findings))
    .filter((url) => url !== null)
  return [...new Set(urls)]
}

/** One address, or null. */
export function checkUrl(row: StandardRow, column: StandardColumn, findings: Findings): string | null {
  return readUrl(column, row[column], findings)
}

function readMail(part: string): string {
  const text = part
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^mailto:/i, '')
    .replace(/\s*(\[at\]|\(at\)|\[arobase\])\s*/gi, '@')
  const at = text.lastIndexOf('@')
  return at < 0 ? text : text.slice(0, at) + text.slice(at).toLowerCase()
}

/** Data protection: such an address is published only with its owner's consent (DIR-72). */
export function looksPersonal(mail: string): boolean {
  const name = folded(mail.slice(0, mail.lastIndexOf('@')))
  if (DESK.test(name)) return false
  return PERSONAL_DOMAIN.test(mail) || /^[a-z]+ [a-z]{2,}$/.test(name)
}

function readUrl(column: StandardColumn, part: string, findings: Findings): string | null {
  const raw = part.trim()
  if (raw === '') return null
  if (isPlainUrl(raw)) return raw
  if (raw.includes('@') && MAIL.test(raw)) {
    findings.warn(
      column,
      raw,
      'url-is-a-mail',
      'Cette adresse est un courriel : sa place est dans la colonne « courriels ».',
    )
    return null
  }
  const withScheme = DOMAIN.test(raw) ? `https://${raw}` : raw
  if (!isWebAddress(withScheme)) {
    findings.warn(
      column,
      raw,
      'url-false',
      'Ceci n’est pas une adresse de site : elle commence par https:// et n’a pas d’espace.',
    )
    return null
  }
  if (withScheme !== raw)
    findings.correct(column, raw, 'url-completed', '« https:// » est ajouté devant l’adresse.', withScheme)
  return withScheme
}

/** An address of a site that needs neither cleaning nor a closer look: what follows says yes to all of them. */
function isPlainUrl(text: string): boolean {
  return text.length <= LONGEST_URL && PLAIN_URL.test(text) && !text.includes('xn--')
}

function isWebAddress(text: string): boolean {
  if (text.length > LONGEST_URL || !/^https?:\/\/[^\s<>"]+$/i.test(text) || !URL.canParse(text)) return false
  const { hostname, username, password } = new URL(text)
  return hostname.includes('.') && username === '' && password === ''
}
