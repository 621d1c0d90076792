import { CONSENT_DOCUMENTS, NOTICES } from '#core/people'
import { findOrCreatePerson, savePhone } from '#server/people/index'
import type { ContactBox } from '#server/platform/crypto/index'
import { newId, type Transaction } from '#server/platform/db/index'
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

/** Whoever has not bound a phone yet: the way to it can be seen in the demo. */
const WITHOUT_PHONE: readonly CastName[] = ['visitor']
/** Nobody is rung up: in the demo codes go to the console. */
const FIRST_PHONE = 19900000001

/** Makes the persons of the demo, who have agreed to the notices; residents choose what they are called. */
export async function createCast({ db, now }: Stage, box: ContactBox): Promise<People> {
  const people = {} as People
  for (const [index, key] of (Object.keys(CAST) as CastName[]).entries()) {
    const name = CAST[key]
    people[key] = await db.transaction().execute(async (tx) => {
      const personId = await findOrCreatePerson(tx, 'demo', name, now())
      const row = await tx
        .updateTable('people')
        .set({ nickname: name })
        .where('person_id', '=', personId)
        .returning('person_code')
        .executeTakeFirstOrThrow()
      await agree(tx, personId, now())
      if (!WITHOUT_PHONE.includes(key)) {
        const phone = String(FIRST_PHONE + index)
        await savePhone(tx, box, { personId, phone, method: 'sms', now: now() })
      }
      return { personId, personCode: row.person_code, name }
    })
  }
  return people
}

async function agree(tx: Transaction, personId: string, now: Date): Promise<void> {
  const consents = CONSENT_DOCUMENTS.map((document) => ({
    person_id: personId,
    consent_id: newId(),
    document,
    version: NOTICES[document].version,
    age: 'over_14' as const,
    given_at: now,
    withdrawn_at: null,
  }))
  await tx.insertInto('consents').values(consents).execute()
}
