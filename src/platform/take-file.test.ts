import { phone } from '../../tests/taro/taro'
import { NetworkError, ReadableError } from './readable-error'
import { takeFile } from './take-file'

jest.mock('./device', () => ({ isWeapp: true, useWide: () => false }))

const reasonOf = (path: string) => takeFile(path).catch((error: unknown) => error)

it('is fetched to the phone', async () => {
  phone.network = () => Promise.resolve({ statusCode: 200, data: '' })
  expect(await takeFile('/api/archives/x')).toMatch(/^wxfile:/)
})

it('that the server has no more is no bad network: the outcome is known, and the next press asks anew', async () => {
  phone.network = () => Promise.resolve({ statusCode: 404, data: '' })
  const error = await reasonOf('/api/archives/x')
  expect(error).toBeInstanceOf(ReadableError)
  expect(error).not.toBeInstanceOf(NetworkError)
  expect(error).toMatchObject({ outcomeUnknown: false })
})

it('that did not come through says so', async () => {
  expect(await reasonOf('/api/archives/x')).toBeInstanceOf(NetworkError)
})
