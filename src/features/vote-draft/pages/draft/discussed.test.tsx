import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { OutcomeView } from '#core/rounds'
import { COMMUNITY } from '../../../../../tests/taro/people'
import { phone } from '../../../../../tests/taro/taro'
import { votePlace } from '../../../../../tests/taro/vote-lists'
import { openWizard, PLACES, setWizard } from '../../../../../tests/taro/vote-wizard'

setWizard()

const ROUND = '0193a000-0000-7000-8000-0000000000a1'
const TOPIC = '0193a000-0000-7000-8000-0000000000a2'

const topic = (draftVote: boolean): OutcomeView => ({
  topicId: TOPIC,
  title: '加两张长椅',
  text: null,
  placeId: votePlace().placeId,
  outcome: 'vote',
  outcomeText: '放在楼道口两边，各一张，行不行？',
  outcomeAt: '2026-11-18T02:00:00.000Z',
  voteId: null,
  revision: 2,
  may: { putDown: false, draftVote },
})

const open = (may: boolean) => {
  phone.params = { communityId: COMMUNITY, roundId: ROUND, topicId: TOPIC }
  return openWizard({
    'GET /communities/*/rounds/*/topics/*/outcome': topic(may),
    [PLACES]: { items: [votePlace()] },
  })
}

it('begins at the place of the round, with the topic and what was said should be voted on', async () => {
  open(true)
  await userEvent.click(await screen.findByRole('radio', { name: /户/ }))
  await userEvent.click(screen.getByRole('button', { name: '下一步' }))
  await userEvent.click(screen.getAllByRole('radio')[0] as HTMLElement)
  expect(screen.getByDisplayValue('加两张长椅')).toBeTruthy()
})

it('isn’t written by who doesn’t convene the round', async () => {
  open(false)
  expect(await screen.findByText('您在这里不能发起表决')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '下一步' })).toBeNull()
})
