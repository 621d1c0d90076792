import { phone } from '../../tests/taro/taro'
import { request } from './request'

const sent: { data?: string; header?: Record<string, string> }[] = []

beforeEach(() => {
  sent.length = 0
  phone.network = (asked) => {
    sent.push(asked)
    return Promise.resolve({ statusCode: 200, data: '{}' })
  }
})

describe('a request', () => {
  it('that writes without a body sends an empty object: WeChat calls every request JSON', async () => {
    await request({ method: 'DELETE', path: '/api/me/sessions/1' })
    expect(sent[0]).toMatchObject({ data: '{}', header: { 'content-type': 'application/json' } })
  })

  it('that reads sends no body', async () => {
    await request({ method: 'GET', path: '/api/me' })
    expect(sent[0]?.data).toBeUndefined()
  })
})
