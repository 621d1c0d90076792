/** What a problem of a record is about, in the words of `verifyBulletin`; the first that fits says it. */
const SAYINGS: readonly (readonly [RegExp, (part: string, titleOf: (itemId: string) => string) => string])[] =
  [
    [/^frozen_sha256 /, () => '名册、内容或规则和公示时的校验码对不上'],
    [/^ballot (\d+) stands at place/, (seq) => `第 ${seq} 张票的次序不对`],
    [/^ballot (\d+): prev /, (seq) => `第 ${seq} 张票和前一张接不上，可能少了票`],
    [/^ballot (\d+): its hash /, (seq) => `第 ${seq} 张票和它的校验码对不上，可能改过`],
    [/^head /, () => '最后一张票和公布的末位校验码对不上'],
    [/^the ballots are not sorted/, () => '票没有打乱，可能看得出谁投的'],
    [/^more ballots are counted/, () => '算进去的票比交了票的还多'],
    [/^more took part/, () => '交了票的比名册上的还多'],
    [/^there is no item (.+) to have a result/, () => '有一项结果，表决里没有这一项'],
    [/^item (.+) has no result/, (itemId, titleOf) => `「${titleOf(itemId)}」没有结果`],
    [
      /^the result of (.+) is another one/,
      (itemId, titleOf) => `「${titleOf(itemId)}」公布的结果和数出来的不一样`,
    ],
  ]

/** A problem that `verifyBulletin` found, for a reader of the page. `titleOf`: what an item is called. */
export function bulletinProblemInWords(problem: string, titleOf: (itemId: string) => string): string {
  for (const [pattern, say] of SAYINGS) {
    const found = pattern.exec(problem)
    if (found) return say(found[1] ?? '', titleOf)
  }
  return '这份公报缺了内容，或格式不对，没法算'
}
