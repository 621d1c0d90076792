import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ORGANISATION, organisation } from '../../../../../tests/taro/organisations'
import { amei, COMMUNITY, community, office, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import CreatePage from '.'

const CREATE = `POST /communities/${COMMUNITY}/organisations`
const fill = async (name: RegExp, text: string) => userEvent.type(screen.getByRole('textbox', { name }), text)
const press = async (words: string) => userEvent.click(await screen.findByText(words))

async function fillAll() {
  await press('党支部')
  await fill(/叫什么/, '三号楼党支部')
  await fill(/做什么/, '包楼联户')
  await fill(/负责人的编号/, 'N6NN FFP4 0RXZ')
}

beforeEach(() => {
  signedIn(amei({ communities: [community({ homes: [], roles: [office('community_staff')] })] }))
  phone.params = { communityId: COMMUNITY }
})

it('says what is missing at each question', async () => {
  const asked = serve({})
  render(<CreatePage />)
  await press('成立')
  expect(screen.getAllByText('这里还没写，请写上再试')).toHaveLength(3)
  expect(screen.getByText('请先选一种')).toBeTruthy()
  expect(asked).toEqual([])
})

it('makes one with its first lead, and opens it', async () => {
  const asked = serve({ [CREATE]: organisation({ kind: 'party_branch' }) })
  render(<CreatePage />)
  await fillAll()
  await press('成立')
  expect(asked[0]?.body).toEqual({
    kind: 'party_branch',
    name: '三号楼党支部',
    does: '包楼联户',
    personCode: 'N6NNFFP40RXZ',
  })
  expect(phone.moves).toEqual([
    `redirectTo /features/organisations/pages/detail/index?communityId=${COMMUNITY}&organisationId=${ORGANISATION}`,
  ])
})

it.each([
  ['personCode', 'PERSON_PHONE_MISSING', '这位还没绑定手机号，请先让对方在「我的」里绑定'],
  ['name', 'ORGANISATION_NAME_TAKEN', '这个社区已经有同名的互助组织了'],
  [undefined, 'NOT_ALLOWED', '这件事不归您办；如果该由您办，请联系社区'],
])('shows a refusal at %s', async (field, code, message) => {
  serve({ [CREATE]: new Refusal(409, code, message, field) })
  render(<CreatePage />)
  await fillAll()
  await press('成立')
  expect(await screen.findByText(message)).toBeTruthy()
})
