import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateTypes } from '../src/platform/db/generate-types.ts'
import { withScratchDatabase } from '../src/platform/db/testing.ts'
import { root } from '../src/platform/root.ts'

const file = join(root, 'src/platform/db/schema.generated.ts')
await withScratchDatabase(async (db) => writeFile(file, await generateTypes(db)))
console.error(`Types écrits dans ${file}.`)
