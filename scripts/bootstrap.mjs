// Runs a TypeScript script of the project, from a bare clone, on the machine's own Node (18 or later):
//
//   node scripts/bootstrap.mjs <script.ts> [arguments…]
//
// It installs the packages when they are missing or do not match the lock file, then gives way to the Node 24 that
// came with them. Nothing is written to standard output: that belongs to the script. No dependency, plain ES2020.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const bin = join(modules, '.bin')
const lockFile = join(root, 'package-lock.json')
const stamp = join(modules, '.maillage-installed')

const [script, ...args] = process.argv.slice(2)
if (!script) fail('Usage : node scripts/bootstrap.mjs <script.ts> [arguments…]')
if (!isInstalled()) await install()
hand(nodeToUse(), ['--import', loader(), resolve(script), ...args])

/** The packages match the lock file: known from our own stamp, or else compared with npm's own record. */
function isInstalled() {
  const wanted = fingerprint()
  if (read(stamp) === wanted) return true
  if (!matchesLockFile()) return false
  leaveStamp(wanted)
  return true
}

function fingerprint() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  return `${lock} ${process.platform} ${process.arch}\n`
}

/** npm writes this record last: an interrupted install has none. */
function matchesLockFile() {
  const record = read(join(modules, '.package-lock.json'))
  if (record === null) return false
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const found = JSON.parse(record).packages
  return Object.keys(wanted).every((path) => {
    if (path === '') return true
    if (!found[path]) return wanted[path].optional === true && !isForThisMachine(wanted[path])
    return found[path].version === wanted[path].version && found[path].integrity === wanted[path].integrity
  })
}

/** A package without `os`, `cpu` or `libc` may be the dependency of one that is for another machine. */
function isForThisMachine({ os, cpu, libc }) {
  if (!os && !cpu && !libc) return false
  const allows = (list, value) => !list || list.includes(value)
  return (
    allows(os, process.platform) &&
    allows(cpu, process.arch) &&
    (!libc || allows(libc, 'glibc') === hasGlibc())
  )
}

function leaveStamp(text) {
  try {
    writeFileSync(stamp, text)
  } catch {
    // A read-only checkout: compared again next time.
  }
}

/** One command at a time installs; the others wait, then find everything in place. */
async function install() {
  const lock = join(root, '.data', 'install.lock')
  mkdirSync(dirname(lock), { recursive: true })
  for (let told = false; !take(lock); told = true) {
    if (!told) say('Une autre commande installe les paquets : attente de sa fin…')
    await new Promise((done) => setTimeout(done, 200))
  }
  const problem = isInstalled() ? null : npmCi()
  rmSync(lock, { force: true })
  if (problem) fail(problem)
}

/** Returns what went wrong, in French; null when all is in place. */
function npmCi() {
  say('Installation des paquets (npm ci)…')
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, signal, error } = spawnSync('npm', options, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // npm must not run on the Node of the folder that it replaces, nor leave development packages out.
    env: { ...process.env, PATH: pathWithout(bin), NODE_ENV: '' },
  })
  if (error)
    return `npm ne peut pas être lancé (${error.code}). Installez Node.js avec npm : https://nodejs.org/fr`
  if (signal) return 'L’installation des paquets a été interrompue.'
  if (status !== 0) {
    return 'L’installation des paquets a échoué : le réseau est-il joignable, faut-il déclarer un proxy (npm config set proxy …) ?'
  }
  leaveStamp(fingerprint())
  return null
}

/** The lock appears whole, by a link; that of a dead process is removed. */
function take(lock) {
  const draft = `${lock}.${process.pid}`
  writeFileSync(draft, identity(process.pid))
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const holder = read(lock)
    if (holder !== null && holder !== identity(Number.parseInt(holder, 10))) rmSync(lock, { force: true })
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The pid, with the moment it began where that is easy to know: numbers are given again. Empty when it is dead. */
function identity(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return ''
  }
  const line = read(`/proc/${pid}/stat`) || ''
  return `${pid} ${line.slice(line.lastIndexOf(')') + 2).split(' ')[19] || ''}`
}

/** The Node that npm brought, when this machine can run it; else the one that is running, if it is recent enough. */
function nodeToUse() {
  const brought = join(bin, 'node')
  if (existsSync(brought) && (process.platform !== 'linux' || hasGlibc())) return brought
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(
    `Maillage demande Node 24 ou plus récent ; celui-ci est le ${process.versions.node}, et aucun n’est fourni pour ce système (${process.platform} ${process.arch}). Installez-le : https://nodejs.org/fr/download`,
  )
}

/** The loader that the brought Node names; it is absent from musl systems such as Alpine. */
function hasGlibc() {
  return existsSync(process.arch === 'arm64' ? '/lib/ld-linux-aarch64.so.1' : '/lib64/ld-linux-x86-64.so.2')
}

function loader() {
  return pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href
}

/** Becomes the other process where Node knows how to; else stands in for it until it ends. */
function hand(node, argv) {
  const env = { ...process.env, PATH: [bin, pathWithout(bin)].filter(Boolean).join(delimiter) }
  if (typeof process.execve === 'function') {
    process.removeAllListeners('warning')
    process.execve(node, [node, ...argv], env)
  }
  const child = spawn(node, argv, { stdio: 'inherit', env })
  child.on('error', (error) => fail(`Node 24 ne peut pas être lancé (« ${node} », ${error.code}).`))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // In a terminal, Ctrl-C reaches the child as well: sent twice, it would mean "stop at once".
    const reached = signal === 'SIGINT' && process.stdin.isTTY
    process.on(signal, () => reached || child.kill(signal))
  }
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function pathWithout(folder) {
  return (process.env.PATH || '')
    .split(delimiter)
    .filter((each) => each !== folder)
    .join(delimiter)
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

function fail(sentence) {
  say(sentence)
  process.exit(1)
}
