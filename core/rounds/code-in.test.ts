import { roundCodeIn } from './code-in'
import { SESSION_PAGE } from './sessions/session'
import { ROUND_PAGE } from './statements/contract'

const CODE = '0123456789ABCDEFGHJKMNPQRS'
const COMMUNITY = '0193a000-0000-7000-8000-0000000000a1'
const ROUND = '0193a000-0000-7000-8000-0000000000b1'

describe('a code that was scanned', () => {
  it('leads to the session it hangs at', () => {
    expect(roundCodeIn(`https://linli.example.cn/${SESSION_PAGE}?code=${CODE}`)).toEqual({ code: CODE })
    expect(roundCodeIn(`${SESSION_PAGE}?scene=${CODE}`)).toEqual({ code: CODE })
  })

  it('leads to the round on the big screen', () => {
    expect(
      roundCodeIn(`https://linli.example.cn/${ROUND_PAGE}?communityId=${COMMUNITY}&roundId=${ROUND}`),
    ).toEqual({
      communityId: COMMUNITY,
      roundId: ROUND,
    })
  })

  it('leads to no round when it is a door’s, or nothing of ours', () => {
    const doors = [CODE, `https://linli.example.cn/features/places/pages/door/index?code=${CODE}`]
    const broken = [
      `${SESSION_PAGE}?code=1`,
      `${ROUND_PAGE}?communityId=1&roundId=2`,
      'https://example.com',
      '',
    ]
    for (const scanned of [...doors, ...broken]) expect(roundCodeIn(scanned)).toBeUndefined()
  })
})
