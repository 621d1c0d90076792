import { createHash } from 'node:crypto'
import { verifyBulletin } from '.'

/** Writes records by themselves, as somebody else would who has only read formats/bulletin.md: with nothing that is tested. */
export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

type Json = null | boolean | number | string | Json[] | { [name: string]: Json | undefined }

/** JSON with its names in order and nothing between them. */
export function inOneForm(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inOneForm).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const names = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${inOneForm(value[name] as Json)}`).join(',')}}`
}

export interface VoteRecord {
  format: string
  vote: { [name: string]: Json }
  items: { [name: string]: Json }[]
  roll: { [name: string]: Json }[]
  roll_size?: number
  participated?: number
  ballots: { [name: string]: Json }[]
  head: string
  result: { [name: string]: { [name: string]: Json } }
}

export interface Cast {
  rule?: string
  options?: string[]
  more?: { [name: string]: Json }
  /** Areas of the units of each voter, in 0.01 m². */
  roll: number[][]
  /** Whose ballot was demonstrably delivered. */
  delivered?: number[]
  /** What a voter chose; left out: silent. */
  choices: { [voter: number]: string | string[] }
  result: { [name: string]: Json }
  imputed?: boolean
}

export const w = (persons: number, area = 0) => ({ persons, area_centi_m2: area })

/** A named vote over one item, sealed. */
export function record({
  rule = 'owners_ordinary',
  options = ['approve', 'against', 'abstain'],
  more = {},
  roll,
  delivered = [],
  choices,
  result,
  imputed = false,
}: Cast): VoteRecord {
  return sealed({
    format: 'linli-bulletin/1',
    vote: {
      id: 'vote',
      community: '湖光社区',
      title: '修不修电梯',
      text_sha256: sha256('修电梯'),
      frozen_sha256: '',
      secrecy: 'named',
      binding: 'advisory',
      opened_at: '2026-03-01T00:00:00.000Z',
      closed_at: '2026-03-20T10:00:00.000Z',
      settings: { imputed_majority: imputed, parking_counts: false },
    },
    items: [{ id: 'i1', title: '修电梯', rule, options, ...more }],
    roll: roll.map((areas, voter) => ({
      voter: `v${voter}`,
      units: areas.map((area, unit) => ({ unit: `u${voter}.${unit}`, area_centi_m2: area })),
      ...(delivered.includes(voter) ? { delivered: true } : {}),
    })),
    ballots: Object.entries(choices).map(([voter, choice]) => ({
      voter: `v${voter}`,
      channel: 'online',
      choices: { i1: choice },
      status: 'counted',
      receipt: `r${voter}`,
    })),
    head: '',
    result: { i1: result },
  })
}

/** A secret vote over one item. */
export function secretRecord({
  roll,
  receipts,
  ...cast
}: Omit<Cast, 'roll' | 'choices'> & {
  roll: number
  receipts: { [receipt: string]: string | string[] }
}): VoteRecord {
  const named = record({ ...cast, roll: [], choices: {} })
  const ballots = Object.entries(receipts).map(([receipt, choice]) => ({
    choices: { i1: choice },
    status: 'counted',
    receipt,
  }))
  return sealed({
    ...named,
    vote: { ...named.vote, secrecy: 'secret' },
    roll_size: roll,
    participated: ballots.length,
    ballots,
  })
}

/** A record with hashes that hold. */
export function sealed(unsealed: VoteRecord): VoteRecord {
  const { text_sha256, secrecy, binding, settings } = unsealed.vote
  const { items, roll, roll_size } = unsealed
  const entitled = secrecy === 'secret' ? { roll_size } : { roll }
  const frozen: Json = { text_sha256, secrecy, binding, settings, items, ...entitled }
  let prev = '0'.repeat(64)
  const ballots = unsealed.ballots.map(({ hash: _old, ...ballot }, index) => {
    const linked = { ...ballot, seq: index + 1, prev }
    prev = sha256(inOneForm(linked))
    return { ...linked, hash: prev }
  })
  return {
    ...unsealed,
    vote: { ...unsealed.vote, frozen_sha256: sha256(inOneForm(frozen)) },
    ballots,
    head: prev,
  }
}

export type Change = (copy: VoteRecord) => void

const holds = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Puts a value where a path such as `ballots.0.seq` leads; none takes out what stands there. */
export function put(path: string, value?: Json): Change {
  const names = path.split('.')
  const last = names.pop() ?? ''
  return (copy) => {
    const at = names.reduce<unknown>((inside, name) => (holds(inside) ? inside[name] : undefined), copy)
    if (!holds(at)) throw new Error(`Nothing holds ${path}`)
    if (value === undefined) Reflect.deleteProperty(at, last)
    else at[last] = value
  }
}

/** The file after changes, with the hashes that it had. */
export function changed(file: VoteRecord, ...changes: Change[]): VoteRecord {
  const copy = JSON.parse(JSON.stringify(file)) as VoteRecord
  for (const change of changes) change(copy)
  return copy
}

/** The same with its hashes made anew. */
export function resealed(file: VoteRecord, ...changes: Change[]): VoteRecord {
  return sealed(changed(file, ...changes))
}

/** What a file is found to be, as the command tells it. */
export function found(file: VoteRecord): 'holds' | 'does not hold' | 'no bulletin' {
  const verdict = verifyBulletin(JSON.stringify(file), sha256)
  if (verdict.ok) return 'holds'
  return verdict.bulletin ? 'does not hold' : 'no bulletin'
}

/** What is wrong with it. */
export function problems(file: VoteRecord): string[] {
  const verdict = verifyBulletin(JSON.stringify(file), sha256)
  return verdict.ok ? [] : verdict.problems
}
