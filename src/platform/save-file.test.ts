import type Taro from '@tarojs/taro'
import type { saveText } from './save-file'

interface Written {
  filePath: string
  data: string
  success: () => void
  fail: (error: unknown) => void
}

/** The same file as it is built for WeChat, with a phone that writes files. */
function forWeapp(phone: { write: (file: Written) => void; share: (file: object) => Promise<unknown> }) {
  let built: typeof saveText | undefined
  jest.isolateModules(() => {
    jest.doMock('./device', () => ({ isWeapp: true }))
    const taro = jest.requireActual<{ default: typeof Taro }>('../../tests/taro/taro').default
    Object.assign(taro, {
      env: { USER_DATA_PATH: 'wxfile://usr' },
      getFileSystemManager: () => ({ writeFile: phone.write }),
      shareFileMessage: phone.share,
    })
    built = jest.requireActual<{ saveText: typeof saveText }>('./save-file').saveText
  })
  if (!built) throw new Error('not built')
  return built
}

const writes = (file: Written) => file.success()

describe('a text saved in WeChat', () => {
  it('is written under its name and sent on to a chat', async () => {
    const written: Written[] = []
    const share = jest.fn().mockResolvedValue(undefined)
    const save = forWeapp({
      write: (file) => writes({ ...file, success: () => (written.push(file), file.success()) }),
      share,
    })
    await save('{}', '公报-楼道 1/2.json')
    expect(written).toMatchObject([{ filePath: 'wxfile://usr/公报-楼道-1-2.json', data: '{}' }])
    expect(share).toHaveBeenCalledWith({
      filePath: 'wxfile://usr/公报-楼道-1-2.json',
      fileName: '公报-楼道-1-2.json',
    })
  })

  it('says nothing when the reader thinks better of it', async () => {
    const save = forWeapp({
      write: writes,
      share: () => Promise.reject({ errMsg: 'shareFileMessage:fail cancel' }),
    })
    await expect(save('{}', 'a.json')).resolves.toBeUndefined()
  })

  it('says what to do when the phone is full', async () => {
    const save = forWeapp({ write: ({ fail }) => fail({ errMsg: 'writeFile:fail' }), share: jest.fn() })
    await expect(save('{}', 'a.json')).rejects.toThrow('取到了，但没能存下')
  })
})
