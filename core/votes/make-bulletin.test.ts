import fc from 'fast-check'
import type { Bulletin, BulletinItem } from './bulletin-format'
import { anyVote, frozen, settled, sha256, VOTE } from './cast-votes.property'
import { makeBulletin, type VoteOnRecord } from './make-bulletin'
import { VOTE_RULE_NAMES, type VoteRule } from './rules'
import { DECISION_OPTIONS, impute, tally, type Choice } from './tally'
import { verifyBulletin } from './verify-bulletin'
import { sumOf, type Weight } from './weight'

const verified = (bulletin: Bulletin) => verifyBulletin(JSON.stringify(bulletin), sha256)

describe('the record of a vote', () => {
  it('is the same to the byte, in whatever order ballots were cast and read', () => {
    const shuffled = anyVote.chain((record) =>
      fc.tuple(
        fc.constant(record),
        fc.shuffledSubarray([...record.ballots], { minLength: record.ballots.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([record, ballots]) => {
        const one = JSON.stringify(makeBulletin(record, sha256))
        expect(JSON.stringify(makeBulletin({ ...record, ballots }, sha256))).toBe(one)
      }),
    )
  })

  it('is verified, with the very result that stands in it', () => {
    fc.assert(
      fc.property(anyVote, (record) => {
        const bulletin = makeBulletin(record, sha256)
        expect(verified(bulletin)).toEqual({ ok: true, result: bulletin.result })
      }),
    )
  })

  it('has every ballot with its receipt once, and counts one of each voter at most', () => {
    fc.assert(
      fc.property(anyVote, (record) => {
        const { ballots } = makeBulletin(record, sha256)
        const receipts = (list: readonly { receipt: string }[]) => list.map(({ receipt }) => receipt).sort()
        expect(receipts(ballots)).toEqual(receipts(record.ballots))
        const counted = ballots.filter(({ status }) => status === 'counted').map(({ voter }) => voter)
        expect(new Set(counted).size).toBe(counted.length)
      }),
    )
  })

  it('counts what somebody else counts by hand, with numbers of any size', () => {
    fc.assert(
      fc.property(anyVote, (record) => {
        const { result } = makeBulletin(record, sha256)
        for (const item of record.items) {
          const hand = byHand(record, item)
          const found = result[item.id] as Bulletin['result'][string]
          const { passed, turnout_met: turnoutMet, electorate, participated } = found
          const { approve, against, abstain, options } = found
          const counted = options ?? { approve, against, abstain }
          expect({ electorate, participated, counted }).toEqual({
            electorate: hand.electorate,
            participated: hand.participated,
            counted: hand.counted,
          })
          if (item.rule !== 'poll') expect({ passed, turnoutMet }).toEqual(hand.decided)
        }
      }),
    )
  })

  it('does not hold any more once any single value in it is another one', () => {
    fc.assert(
      fc.property(anyVote, fc.nat(), (record, any) => {
        const text = JSON.stringify(makeBulletin(record, sha256))
        const leaves = leavesOf(JSON.parse(text)).filter((path) => !UNSEALED.includes(path.join('.')))
        const path = leaves[any % leaves.length] as string[]
        expect({ path, ok: verifyBulletin(changedAt(text, path), sha256).ok }).toEqual({ path, ok: false })
      }),
      { numRuns: 400 },
    )
  })

  it('does not hold any more with a ballot taken out, doubled or moved', () => {
    fc.assert(
      fc.property(anyVote, fc.nat(), (record, any) => {
        const bulletin = makeBulletin(record, sha256)
        const { ballots } = bulletin
        const index = any % Math.max(ballots.length, 1)
        const [before, here, after] = [ballots.slice(0, index), ballots[index], ballots.slice(index + 1)]
        if (!here) return
        expect(verified({ ...bulletin, ballots: [...before, ...after] }).ok).toBe(false)
        expect(verified({ ...bulletin, ballots: [...before, here, here, ...after] }).ok).toBe(false)
        if (after.length > 0)
          expect(verified({ ...bulletin, ballots: [...before, ...after, here] }).ok).toBe(false)
      }),
    )
  })

  it('holds for 100,000 owners with all that happens among them', () => {
    const items: BulletinItem[] = [
      { id: 'i1', title: '修', rule: 'owners_special', options: [...DECISION_OPTIONS] },
      { id: 'i2', title: '颜色', rule: 'poll', options: ['红', '黄', '蓝'], max_choices: 2 },
    ]
    const voters = Array.from({ length: 100_000 }, (_, index) => index)
    const choicesOf = (n: number) => ({
      i1: DECISION_OPTIONS[n % 3] as string,
      i2: n % 2 ? ['红', '蓝'] : '黄',
    })
    const bulletin = makeBulletin(
      frozen({
        vote: VOTE,
        items,
        roll: voters.map((n) => ({
          units: [{ area_centi_m2: 5_000 + (n % 10_000), unit: `u${n}` }],
          voter: `v${n}`,
        })),
        ballots: voters.flatMap((n) => {
          // Of ten voters one is silent, one changed their mind, and one is a couple that differs.
          const second = n % 10 === 1 ? [{ caster: 0, choices: choicesOf(n + 1) }] : []
          const spouse = n % 10 === 2 ? [{ caster: 1, choices: choicesOf(n + 1) }] : []
          const first = n % 10 === 0 ? [] : [{ caster: 0, choices: choicesOf(n) }]
          return settled(items, `v${n}`, [...first, ...second, ...spouse])
        }),
      }),
      sha256,
    )
    expect(verified(bulletin)).toEqual({ ok: true, result: bulletin.result })
    expect(bulletin.ballots).toHaveLength(110_000)
    expect(bulletin.result.i1?.electorate.persons).toBe(100_000)
    expect(bulletin.result.i1?.participated.persons).toBe(80_000)
  }, 60_000)
})

/** Fields that the format leaves outside every hash; what was voted on is told by `text_sha256` and the frozen settings. */
const UNSEALED = ['id', 'community', 'title', 'opened_at', 'closed_at'].map((name) => `vote.${name}`)

/** The way to every value that holds no other. */
function leavesOf(value: unknown): string[][] {
  if (value === null || typeof value !== 'object') return [[]]
  return Object.entries(value).flatMap(([name, inside]) => leavesOf(inside).map((path) => [name, ...path]))
}

/** The file with another value there, such as might stand there too. */
function changedAt(text: string, path: readonly string[]): string {
  const copy = JSON.parse(text) as Record<string, unknown>
  const inside = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, copy)
  const last = path[path.length - 1] as string
  inside[last] = another(inside[last])
  return JSON.stringify(copy)
}

const OTHERS: Record<string, string> = {
  counted: 'replaced',
  replaced: 'counted',
  disputed: 'counted',
  approve: 'against',
  against: 'approve',
  abstain: 'approve',
  红: '黄',
  黄: '红',
  advisory: 'binding',
  online: 'paper',
  owners_ordinary: 'owners_special',
  owners_special: 'owners_ordinary',
}
function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  return OTHERS[String(value)] ?? `${String(value)}x`
}

/** Domain.md 7 once more, in other words: sums and thresholds by BigInt. */
function byHand({ roll, ballots }: VoteOnRecord, item: BulletinItem) {
  const areaOf = new Map(
    roll.map(({ voter, units }) => [voter, units.reduce((sum, one) => sum + BigInt(one.area_centi_m2), 0n)]),
  )
  const sum = (voters: readonly string[]) => ({
    persons: voters.length,
    area_centi_m2: Number(voters.reduce((all, voter) => all + (areaOf.get(voter) ?? 0n), 0n)),
  })
  const counted = ballots.filter(
    ({ status, choices }) => status === 'counted' && choices[item.id] !== undefined,
  )
  const choosing = (option: string) =>
    counted.filter(({ choices }) => [choices[item.id]].flat().includes(option)).map(({ voter }) => voter)
  const electorate = sum([...areaOf.keys()])
  const participated = sum(counted.map(({ voter }) => voter))
  const approve = sum(choosing('approve'))
  const share = (
    part: typeof approve,
    whole: typeof approve,
    [n, d]: readonly [bigint, bigint],
    more: boolean,
  ) =>
    (item.rule === 'households' ? (['persons'] as const) : (['persons', 'area_centi_m2'] as const)).every(
      (by) => {
        const [left, right] = [BigInt(part[by]) * d, BigInt(whole[by]) * n]
        return more ? left > right : left >= right
      },
    )
  const THRESHOLDS: Partial<Record<VoteRule, [turnout: boolean, majority: boolean]>> = {
    owners_ordinary: [
      share(participated, electorate, [2n, 3n], false),
      share(approve, participated, [1n, 2n], true),
    ],
    owners_special: [
      share(participated, electorate, [2n, 3n], false),
      share(approve, participated, [3n, 4n], false),
    ],
    owners_unanimous: [
      share(participated, electorate, [1n, 1n], false),
      share(approve, participated, [1n, 1n], false),
    ],
    households: [
      share(participated, electorate, [1n, 2n], true),
      share(approve, participated, [1n, 2n], true),
    ],
  }
  const isEmpty = electorate.persons === 0 || (item.rule !== 'households' && electorate.area_centi_m2 === 0)
  const [turnout, majority] = THRESHOLDS[item.rule] ?? [false, false]
  return {
    electorate,
    participated,
    counted: Object.fromEntries(item.options.map((option) => [option, sum(choosing(option))])),
    decided: { turnoutMet: turnout && !isEmpty, passed: turnout && majority && !isEmpty },
  }
}

describe('one more who approves', () => {
  const anyWeight = fc
    .oneof(fc.nat(3), fc.nat(100_000_000_000))
    .map((areaCentiM2): Weight => ({ persons: 1, areaCentiM2 }))
  const anyVoter = fc.record({ weight: anyWeight, choice: fc.constantFrom(...DECISION_OPTIONS, 'silent') })
  const options = [...DECISION_OPTIONS]
  const choicesOf = (voters: readonly { weight: Weight; choice: string }[]): Choice[] =>
    voters
      .filter(({ choice }) => choice !== 'silent')
      .map(({ weight, choice }) => ({ weight, options: [choice] }))
  const decisions = VOTE_RULE_NAMES.filter((rule) => rule !== 'poll' && rule !== 'seats')

  it.each(decisions)('never turns passed into failed under %s, whoever it was before', (rule) => {
    let turns = 0
    fc.assert(
      fc.property(
        fc.array(anyVoter, { maxLength: 8 }),
        anyVoter,
        fc.boolean(),
        (others, voter, isCountingSilence) => {
          const electorate = sumOf([...others, voter].map(({ weight }) => weight))
          const passes = (choice: string) => {
            const voters = [...others, { ...voter, choice }]
            const raw = tally({ rule, options }, electorate, choicesOf(voters))
            const silent = sumOf(voters.filter((one) => one.choice === 'silent').map(({ weight }) => weight))
            return (isCountingSilence ? impute({ rule, options }, raw, silent) : raw).passed
          }
          const [before, after] = [passes(voter.choice), passes('approve')]
          if (before === false && after === true) turns += 1
          expect([before, after]).not.toEqual([true, false])
        },
      ),
      { numRuns: 1_000 },
    )
    expect(turns).toBeGreaterThan(0) // it made a difference, so what is asserted could have been wrong
  })

  it('for a candidate never costs that candidate the seat', () => {
    const candidates = ['甲', '乙', '丙', '丁']
    const item = { rule: 'seats' as const, options: candidates, seats: 2 }
    const anyBallot = fc.subarray(candidates, { maxLength: 2 })
    fc.assert(
      fc.property(fc.array(anyBallot, { maxLength: 9 }), fc.nat(6), fc.nat(3), (ballots, silent, any) => {
        const electorate = { persons: ballots.length + silent + 1, areaCentiM2: 0 }
        const one = candidates[any] as string
        const electedBy = (all: readonly (readonly string[])[]) =>
          tally(
            item,
            electorate,
            all.map((chosen) => ({ weight: { persons: 1, areaCentiM2: 0 }, options: chosen })),
          ).elected ?? []
        if (electedBy(ballots).includes(one)) expect(electedBy([...ballots, [one]])).toContain(one)
      }),
      { numRuns: 1_000 },
    )
  })
})
