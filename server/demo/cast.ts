import { findOrCreatePerson } from '#server/people/index'
import type { Stage } from './stage'

/** Everyone in the demo, in the order in which the sign-in page lists them. */
export const CAST = {
  amei: '阿梅',
  zhou: '小周',
  wu: '老吴',
  head: '陈阿姨',
  lin: '小林',
  visitor: '小顾',
  worker: '张师傅',
  chief: '陈国强',
  otherWorker: '孙师傅',
  otherChief: '钱芳',
  property: '刘师傅',
  staff: '王敏',
  otherStaff: '赵晴',
  secretary: '李书记',
  subdistrict: '何主任',
  district: '方科长',
  admin: '林管理员',
  otherAdmin: '周管理员',
} as const
export type CastName = keyof typeof CAST

/** Person ids and codes of the cast. */
export type People = Record<CastName, { personId: string; personCode: string; name: string }>

/** Makes the persons of the demo; residents choose what they are called. */
export async function createCast({ db, now }: Stage): Promise<People> {
  const people = {} as People
  for (const key of Object.keys(CAST) as CastName[]) {
    const name = CAST[key]
    people[key] = await db.transaction().execute(async (tx) => {
      const personId = await findOrCreatePerson(tx, 'demo', name, now())
      const row = await tx
        .updateTable('people')
        .set({ nickname: name })
        .where('person_id', '=', personId)
        .returning('person_code')
        .executeTakeFirstOrThrow()
      return { personId, personCode: row.person_code, name }
    })
  }
  return people
}
