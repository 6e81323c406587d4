import { spawnSync } from 'node:child_process'

const TOOLS = {
  chromium: {
    programs: ['chromium'],
    packages: ['chromium', 'chromium-sandbox', 'fonts-liberation', 'fonts-dejavu-core'],
    needed: 'Les tests de navigateur demandent Chromium.',
  },
  pdf: {
    programs: ['pdfinfo', 'pdftotext', 'qpdf'],
    packages: ['poppler-utils', 'qpdf'],
    needed: 'Les contrôles des documents PDF demandent poppler-utils et qpdf.',
  },
} as const

/**
 * The programs the tests drive. Missing ones are installed by apt when we are root; otherwise the message says the
 * exact line to run. PDF tools are only compulsory in CI: their tests skip without them.
 */
export function ensureTools(names: readonly (keyof typeof TOOLS)[]): void {
  for (const name of names) {
    const { programs, packages, needed } = TOOLS[name]
    if (name === 'chromium' && process.env.CHROME_PATH) continue
    if (programs.every(isInstalled)) continue
    const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
    if (process.getuid?.() === 0 && isInstalled('apt-get')) install(command)
    if (programs.every(isInstalled)) continue
    const message = `${needed} Installez-les : sudo ${command}`
    if (name === 'chromium' || process.env.CI === 'true') throw new Error(message)
    console.error(`${message} (les tests concernés sont passés)`)
  }
}

function install(command: string): void {
  console.error(`Installation : ${command}`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const line of ['apt-get update', command]) {
    spawnSync('sh', ['-c', line], { stdio: ['ignore', 'ignore', 'inherit'], env: environment })
  }
}

export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0
}
