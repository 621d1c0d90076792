import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { verifyBulletin, type Verdict } from '#core/votes'

const HOLDS = 0
const DOES_NOT_HOLD = 1
const NO_BULLETIN = 2

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** `npm run verify-bulletin -- FILE`: recounts the published record of a vote; needs no server and no database. */
async function verifyFile(file: string | undefined): Promise<Verdict> {
  if (file === undefined) return unreadable('name the file of the bulletin')
  // A byte that is no UTF-8 makes it no JSON.
  const bytes = await readFile(file)
  return verifyBulletin(new TextDecoder('utf-8', { fatal: true }).decode(bytes), sha256)
}

const unreadable = (problem: string): Verdict => ({ ok: false, bulletin: false, problems: [problem] })

function exitCodeOf(verdict: Verdict): number {
  if (verdict.ok) return HOLDS
  return verdict.bulletin ? DOES_NOT_HOLD : NO_BULLETIN
}

void verifyFile(process.argv[2])
  .catch((error: unknown) => unreadable(String(error)))
  .then((verdict) => {
    const { ok } = verdict
    process.stdout.write(
      `${JSON.stringify(verdict.ok ? { ok, result: verdict.result } : { ok, problems: verdict.problems })}\n`,
    )
    process.exitCode = exitCodeOf(verdict)
  })
