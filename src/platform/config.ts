import { resolve } from 'node:path'
import { z } from 'zod'
import { type Day, isDay } from '../kernel/day.ts'
import { root } from './root.ts'

export interface Config {
  mode: 'demo' | 'production'
  port: number
  /** Public address, without a trailing slash: links in mails and the origin of the CSRF check. */
  baseUrl: string
  /** Null: the embedded server of `dataDir`. */
  databaseUrl: string | null
  dataDir: string
  /** Null: mails stay in the mailbox page (demo only). */
  smtpUrl: string | null
  mailFrom: string
  /** `file:` folder or `s3:` bucket. */
  filesUrl: string
  /** Null: the real day. */
  today: Day | null
  /** Key of the session digests. Null in demo mode means: made once and kept in the data folder. */
  secret: string | null
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[]
  metricsToken: string | null
  /** A public directory of companies that fills the page of a new organisation; null: never asked. */
  companyDirectoryUrl: string | null
  /** A service shaped like the Base adresse nationale, that places addresses on the map; null: never asked. */
  addressServiceUrl: string | null
  /** Sign-in by ProConnect; null: not offered. */
  proConnect: { issuer: string; clientId: string; clientSecret: string } | null
  /** Certificate that seals signed documents (PKCS#12); null: a self-made one in demo mode, else none. */
  seal: { file: string; passphrase: string } | null
  /** RFC 3161 authority that stamps the time of seals and of the digests of acts; null: none. */
  timestampUrl: string | null
  role: 'web' | 'worker' | 'both'
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** Lists everything that is wrong at once, one French sentence per variable. */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(['Configuration refusée :', ...problems.map((problem) => `  - ${problem}`)].join('\n'))
    this.problems = problems
  }
}

const url = (schemes: readonly string[]) =>
  z.string().refine((text) => schemes.includes(schemeOf(text)), {
    message: `attend une adresse en ${schemes.map((scheme) => `${scheme}//`).join(' ou ')}`,
  })

const variables = z.object({
  MAILLAGE_MODE: z
    .enum(['demo', 'production'], { message: 'attend « demo » ou « production »' })
    .default('demo'),
  PORT: z
    .string()
    .default('3000')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) < 65_536, {
      message: 'attend un numéro de port entre 0 et 65535',
    }),
  BASE_URL: url(['http:', 'https:']).optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  DATA_DIR: z.string().default('.data'),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().includes('@', { message: 'attend une adresse de courriel' }).optional(),
  FILES_URL: url(['file:', 's3:']).optional(),
  MAILLAGE_TODAY: z
    .string()
    .refine(isDay, { message: 'attend un jour du calendrier écrit AAAA-MM-JJ' })
    .optional(),
  MAILLAGE_SECRET: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length >= 32, {
      message: 'attend au moins 32 octets aléatoires en base64 (par exemple : openssl rand -base64 48)',
    })
    .optional(),
  TRUSTED_PROXIES: z.string().default(''),
  METRICS_TOKEN: z.string().min(16, { message: 'attend au moins 16 caractères' }).optional(),
  PROCONNECT_ISSUER: url(['http:', 'https:']).optional(),
  PROCONNECT_CLIENT_ID: z.string().optional(),
  PROCONNECT_CLIENT_SECRET: z.string().optional(),
  COMPANY_DIRECTORY_URL: url(['http:', 'https:']).optional(),
  ADDRESS_SERVICE_URL: url(['http:', 'https:']).optional(),
  SEAL_P12: z.string().optional(),
  SEAL_PASSPHRASE: z.string().optional(),
  TIMESTAMP_URL: url(['http:', 'https:']).optional(),
  MAILLAGE_ROLE: z
    .enum(['web', 'worker', 'both'], { message: 'attend « web », « worker » ou « both »' })
    .default('both'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], {
      message: 'attend « silent », « error », « warn », « info » ou « debug »',
    })
    .default('info'),
})

/** Reads and checks the environment once, at start. An empty variable counts as absent. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0])
        return `${name} ${issue.message} (reçu : « ${/SECRET|PASSPHRASE/.test(name) ? '…' : given[name]} »).`
      }),
    )
  }
  const read = parsed.data
  const config: Config = {
    mode: read.MAILLAGE_MODE,
    port: Number(read.PORT),
    baseUrl: (read.BASE_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    databaseUrl: read.DATABASE_URL ?? null,
    dataDir: resolve(root, read.DATA_DIR),
    smtpUrl: read.SMTP_URL ?? null,
    mailFrom: read.MAIL_FROM ?? 'Maillage <ne-pas-repondre@localhost>',
    filesUrl: read.FILES_URL ?? `file:${resolve(root, read.DATA_DIR, 'files')}`,
    today: read.MAILLAGE_TODAY ?? null,
    secret: read.MAILLAGE_SECRET ?? null,
    trustedProxies: read.TRUSTED_PROXIES.split(',')
      .map((address) => address.trim())
      .filter(Boolean),
    metricsToken: read.METRICS_TOKEN ?? null,
    companyDirectoryUrl: read.COMPANY_DIRECTORY_URL?.replace(/\/+$/, '') ?? null,
    addressServiceUrl: read.ADDRESS_SERVICE_URL?.replace(/\/+$/, '') ?? null,
    proConnect: proConnectOf(read),
    seal: read.SEAL_P12
      ? { file: resolve(root, read.SEAL_P12), passphrase: read.SEAL_PASSPHRASE ?? '' }
      : null,
    timestampUrl: read.TIMESTAMP_URL ?? null,
    role: read.MAILLAGE_ROLE,
    logLevel: read.LOG_LEVEL,
  }
  const problems = [
    ...missingForProConnect(read),
    ...(read.SEAL_PASSPHRASE && !read.SEAL_P12
      ? ['SEAL_P12 manque : SEAL_PASSPHRASE ouvre un certificat qui n’est pas désigné.']
      : []),
    ...(config.mode === 'production' ? missingInProduction(read) : []),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

const PROCONNECT = ['PROCONNECT_ISSUER', 'PROCONNECT_CLIENT_ID', 'PROCONNECT_CLIENT_SECRET'] as const

function proConnectOf(read: z.infer<typeof variables>): Config['proConnect'] {
  const [issuer, clientId, clientSecret] = PROCONNECT.map((name) => read[name])
  return issuer && clientId && clientSecret
    ? { issuer: issuer.replace(/\/+$/, ''), clientId, clientSecret }
    : null
}

/** All or none: half of it would show a door that opens on nothing. */
function missingForProConnect(read: z.infer<typeof variables>): string[] {
  const missing = PROCONNECT.filter((name) => !read[name])
  if (missing.length === PROCONNECT.length) return []
  return missing.map((name) => `${name} manque : ProConnect se règle par ses trois variables, ou par aucune.`)
}

function missingInProduction(read: z.infer<typeof variables>): string[] {
  const problems: string[] = []
  if (!read.MAILLAGE_SECRET)
    problems.push('MAILLAGE_SECRET manque : en production, les sessions ont besoin d’une clé durable.')
  if (!read.BASE_URL) problems.push('BASE_URL manque : c’est l’adresse publique écrite dans les courriels.')
  else if (schemeOf(read.BASE_URL) !== 'https:')
    problems.push('BASE_URL doit commencer par https:// en production.')
  if (!read.SMTP_URL) problems.push('SMTP_URL manque : en production, les courriels doivent partir.')
  if (!read.MAIL_FROM) problems.push('MAIL_FROM manque : c’est l’expéditeur des courriels.')
  if (read.PROCONNECT_ISSUER && schemeOf(read.PROCONNECT_ISSUER) !== 'https:')
    problems.push('PROCONNECT_ISSUER doit commencer par https:// en production.')
  if (read.MAILLAGE_TODAY) problems.push('MAILLAGE_TODAY est réservé à la démonstration et aux tests.')
  return problems
}

function schemeOf(text: string): string {
  return URL.parse(text)?.protocol ?? ''
}
