import fs from 'node:fs'
import { buildNeighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { createTestDatabase, type TestDatabase } from '../postgres/test-database'
import { sealEntries } from '#server/audit/index'
import { newId } from '#server/platform/db/index'
import { Products } from './products'

jest.setTimeout(120_000)

const products = new Products()
afterAll(() => products.close())
const run: Products['run'] = (...all) => products.run(...all)

describe('npm run administrator', () => {
  let database: TestDatabase
  let env: Record<string, string>
  let people: SignedInPerson[]
  beforeAll(async () => {
    database = await createTestDatabase()
    const { host, port, user, database: name } = database.connection
    env = { DATABASE_URL: `postgres://${user}@/${name}?host=${host}&port=${port}` }
    const { person } = await buildNeighbourhood(database.db, new Date())
    people = [await person(), await person(), await person()]
  })
  afterAll(() => database.drop())

  const codeOf = async (index: number) => {
    const query = database.db
      .selectFrom('people')
      .select('person_code')
      .where('person_id', '=', people[index]?.personId as string)
    return (await query.executeTakeFirstOrThrow()).person_code
  }
  const administrators = async () => {
    const query = database.db
      .selectFrom('role_grants')
      .select(['person_id', 'official_name'])
      .where('role', '=', 'administrator')
    return (await query.where('state', '=', 'granted').orderBy('grant_id').execute()).map(
      (row) => row.official_name,
    )
  }

  it('makes the first administrator, and a second one', async () => {
    expect(await run('administrator', [await codeOf(0), '林', '管理员'], env)).toEqual({
      code: 0,
      lines: ['林 管理员现在是管理员了。还可以再设一位：重要的授权要两个人。'],
      words: [],
    })
    const again = await run('administrator', [await codeOf(0), '林管理员'], env)
    expect(again).toEqual({ code: 1, lines: [], words: ['这个人已经是管理员了。'] })
    const second = await run('administrator', [(await codeOf(1)).toLowerCase(), '周管理员'], env)
    expect(second).toEqual({ code: 0, lines: ['周管理员现在是管理员了。'], words: [] })
    expect(await administrators()).toEqual(['林 管理员', '周管理员'])
  })

  it('makes no third one', async () => {
    const third = await run('administrator', [await codeOf(2), '王'], env)
    expect(third).toEqual({ code: 1, lines: [], words: [expect.stringMatching(/^已经有两位管理员了/)] })
    expect(await administrators()).toHaveLength(2)
  })

  it.each([
    ['no name', ['0123456789AB'], /^用法：/],
    ['too long a name', ['0123456789AB', '长'.repeat(21)], /^用法：/],
    ['a code that nobody has', ['ZZZZZZZZZZZZ', '林'], /^没有这个编号的人/],
  ])('says what is wrong with %s', async (_what, args, sentence) => {
    const { code, words } = await run('administrator', args, env)
    expect({ code, words }).toEqual({ code: 1, words: [expect.stringMatching(sentence)] })
  })

  it('opens nothing before its arguments are right', async () => {
    const dataDir = products.newDataDir()
    expect((await run('administrator', [], { DATA_DIR: dataDir })).words).toEqual([
      expect.stringMatching(/^用法：/),
    ])
    expect(fs.existsSync(dataDir)).toBe(false)
  })

  it('names a bad value of the environment', async () => {
    const { code, words } = await run('administrator', ['0123456789AB', '林'], { PORT: 'x' })
    expect({ code, words }).toEqual({ code: 1, words: [expect.stringContaining('环境变量 PORT 不对')] })
  })
})

describe('npm run verify-audit', () => {
  it('prints a line for each chain, and ends with 1 when one is broken', async () => {
    const database = await createTestDatabase()
    const { host, port, user, database: name } = database.connection
    const env = { DATABASE_URL: `postgres://${user}@/${name}?host=${host}&port=${port}` }
    const { person } = await buildNeighbourhood(database.db, new Date())
    const { personId } = await person()
    const { person_code: code } = await database.db
      .selectFrom('people')
      .select('person_code')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    await run('administrator', [code, '林管理员'], env)
    await sealEntries(database.db)
    const whole = await run('verify-audit', [], env)
    expect(whole).toMatchObject({ code: 0, words: ['1 条链都完好。'] })
    expect(whole.lines.map((line) => JSON.parse(line))).toEqual([
      {
        communityId: expect.any(String),
        entries: 1,
        head: expect.stringMatching(/^[0-9a-f]{64}$/),
        unsealed: 0,
        problems: [],
      },
    ])

    await database.db.updateTable('audit_entries').set({ person_id: newId() }).execute()
    const broken = await run('verify-audit', [], env)
    expect(broken).toMatchObject({ code: 1, words: ['1 条链有问题，见上。'] })
    expect(JSON.parse(broken.lines[0] as string).problems).toEqual(['第 1 条的人或原因被改过'])
    await database.drop()
  })
})
