import { cleanup, render, screen } from '@testing-library/react'
import { amei, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import {
  box,
  decideHomes,
  marked,
  next,
  on,
  pick,
  press,
  write,
} from '../../../../../tests/taro/vote-drafting'
import { draftedVote, inDays, votePlace } from '../../../../../tests/taro/vote-lists'
import DraftPage from '.'
import { CREATE, DETAIL, openWizard, PLACES, setWizard } from '../../../../../tests/taro/vote-wizard'

setWizard()

describe('what is written', () => {
  it('stays on this phone, the screen one was on included; going back loses nothing', async () => {
    openWizard()
    await decideHomes()
    await press('上一步')
    expect(await box(/^全文/)).toHaveProperty('value', '荒了两年')
    cleanup()
    openWizard()
    expect(await box(/^全文/)).toHaveProperty('value', '荒了两年')
    expect(screen.getByText('接着上次没写完的。')).toBeTruthy()
    await press('从头写')
    await press('丢掉，从头写')
    await on('在哪里，请谁来定')
    expect(marked(/^各户/)).toBe(false)
    expect(screen.queryByText('接着上次没写完的。')).toBeNull()
  })

  it('is nobody else’s on the same phone', async () => {
    openWizard()
    await decideHomes()
    cleanup()
    signedIn(amei({ personId: 'laolin' }))
    openWizard()
    await on('在哪里，请谁来定')
  })

  it('says on each screen what is missing, at its field', async () => {
    openWizard()
    await pick(/^各户/)
    await next()
    await next()
    expect(await screen.findByText('请选一下要定的是哪一类')).toBeTruthy()
    await pick(/^楼栋公约/)
    await next()
    expect(await screen.findByText('请写一句话，问大家什么')).toBeTruthy()
    expect((await box(/^怎么问大家/)).getAttribute('aria-invalid')).toBe('true')
    await write(/^怎么问大家/, '安静？')
    await next()
    await write(/^标题/, ' ')
    await next()
    expect(await screen.findByText('请写个标题')).toBeTruthy()
    expect(screen.getByText('请写上要定的事的来龙去脉')).toBeTruthy()
  })

  it('is changed from the review by one press, and comes back there', async () => {
    const asked = openWizard()
    await decideHomes()
    await next()
    await next()
    await press('改：在哪里，请谁来定')
    await pick(/^业主/)
    // Owners are not asked about that: the question keeps its words, and asks for another kind.
    await press('改好了，再看一遍')
    await on('要定什么')
    await pick(/^用维修资金/)
    expect(await box(/^怎么问大家/)).toHaveProperty('value', '花坛改成两个车位？')
    await press('改好了，再看一遍')
    await on('看一遍，对不对')
    await press('存草稿')
    expect(writes(asked)[0]?.body).toMatchObject({
      electorate: 'owners',
      items: [{ subject: 'fund_use' }],
      opensOn: inDays(16),
    })
  })
})

describe('saving', () => {
  it.each([
    ['items.0.options', 'VOTE_OPTIONS_WRONG', '征询意见要有两个以上不一样的选项', '要定什么'],
    ['title', 'INPUT_INVALID', '标题太长了', '怎么跟大家说'],
    ['expectedAreaCentiM2', 'INPUT_INVALID', '面积不对', '几样要先说好的'],
    ['opensOn', 'VOTE_DAYS_WRONG', '日子不对', '哪几天投'],
    ['electorate', 'VOTE_NOT_YOURS_TO_CONVENE', '在这里请这些人表决，不归您召集', '在哪里，请谁来定'],
    ['placeId', 'PLACE_NOT_HERE', '这个地方没有了', '在哪里，请谁来定'],
  ])('a refusal about %s is said there', async (field, code, message, question) => {
    const asked = serve({
      [PLACES]: { items: [votePlace()] },
      [CREATE]: new Refusal(409, code, message, field),
    })
    render(<DraftPage />)
    const wants = field === 'items.0.options' ? /^住在/ : field === 'expectedAreaCentiM2' ? /^业主/ : /^各户/
    await pick(wants)
    await next()
    if (field === 'expectedAreaCentiM2') await pick(/^用维修资金/)
    else if (field !== 'items.0.options') await pick(/^楼栋公约/)
    await write(/^怎么问大家/, '好吗？')
    if (field === 'items.0.options') {
      await write(/^选项 1/, '好')
      await write(/^选项 2/, '不好')
    }
    await next()
    await write(/^全文/, '说明')
    await next()
    await next()
    await next()
    await press('存草稿')
    await on(question)
    expect(await screen.findByText(message)).toBeTruthy()
    expect(writes(asked)).toHaveLength(1)
    expect(phone.moves).toEqual([])
  })

  it('without a network is tried again under the same key, and what was written is forgotten once it is saved', async () => {
    const asked = openWizard({ [CREATE]: OFFLINE })
    await decideHomes()
    await next()
    await next()
    await press('存草稿')
    const again = serve({ [CREATE]: draftedVote() })
    await press('再试一次')
    expect(writes(again)[0]?.key).toBe(writes(asked)[0]?.key)
    expect(phone.moves).toEqual([DETAIL])
    cleanup()
    openWizard()
    await on('在哪里，请谁来定')
    expect(screen.queryByText('接着上次没写完的。')).toBeNull()
  })

  it('says what is about none of the fields above the button', async () => {
    openWizard({ [CREATE]: new Refusal(403, 'NOT_ALLOWED', '这件事不归您办') })
    await decideHomes()
    await next()
    await next()
    await press('存草稿')
    expect((await screen.findByRole('alert')).textContent).toMatch('这件事不归您办')
    await on('看一遍，对不对')
  })
})

describe('the other faces of the wizard', () => {
  it('an error, and a way to try again', async () => {
    openWizard({ [PLACES]: OFFLINE })
    expect(await screen.findByText('没打开，没写成')).toBeTruthy()
    serve({ [PLACES]: { items: [votePlace()] } })
    await press('再试一次')
    await on('在哪里，请谁来定')
  })

  it('is not for who convenes nowhere: who does', async () => {
    openWizard({ [PLACES]: { items: [] } })
    expect(await screen.findByText('您在这里不能发起表决')).toBeTruthy()
    await press('看看大家在定什么')
    expect(phone.moves).toEqual(['switchTab /pages/together/index'])
  })
})
