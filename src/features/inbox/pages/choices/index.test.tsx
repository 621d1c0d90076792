import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { choicesFor, INBOX_TOPIC_LABELS, INBOX_TOPICS, type InboxTopic, type TopicChoice } from '#core/inbox'
import { COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import ChoicesPage from '.'

const LIST = 'GET /communities/*/inbox/choices'
const CHOOSE = 'PUT /communities/*/inbox/choices'
const items = INBOX_TOPICS.map((topic): TopicChoice => ({
  topic,
  choice: 'at_once',
  choices: choicesFor(topic),
}))

const named = (topic: InboxTopic, chosen = '') => new RegExp(`^${INBOX_TOPIC_LABELS[topic]}.*${chosen}`)

beforeEach(() => {
  signedIn()
  phone.params = { communityId: COMMUNITY }
})

describe('the settings of messages', () => {
  it('say what is chosen for each topic, and change one', async () => {
    const asked = serve({ [LIST]: { items }, [CHOOSE]: { done: true } })
    render(<ChoicesPage />)
    expect(await screen.findAllByRole('button', { name: /马上告诉我$/ })).toHaveLength(INBOX_TOPICS.length)
    await userEvent.click(screen.getByRole('button', { name: named('notices') }))
    await userEvent.click(await screen.findByRole('radio', { name: '不用提醒' }))
    expect(await screen.findByRole('button', { name: named('notices', '不用提醒') })).toBeTruthy()
    expect(asked[1]?.body).toEqual({ topic: 'notices', choice: 'never' })
  })

  it('offer no way to miss what somebody waits for, and say why', async () => {
    serve({ [LIST]: { items } })
    render(<ChoicesPage />)
    await userEvent.click(await screen.findByRole('button', { name: named('my_work') }))
    expect(await screen.findAllByRole('radio')).toHaveLength(2)
    expect(screen.getAllByText(/有人等着，所以不能关/).length).toBeGreaterThan(0)
  })

  it('keep what was chosen when it did not get through', async () => {
    serve({ [LIST]: { items }, [CHOOSE]: OFFLINE })
    render(<ChoicesPage />)
    await userEvent.click(await screen.findByRole('button', { name: named('talk') }))
    await userEvent.click(await screen.findByRole('radio', { name: '每天晚上六点一起' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.getByRole('button', { name: named('talk', '马上告诉我') })).toBeTruthy()
  })

  it('say when they cannot be opened', async () => {
    serve({ [LIST]: OFFLINE })
    render(<ChoicesPage />)
    expect(await screen.findByText('没打开消息设置')).toBeTruthy()
  })
})
