import { z } from 'zod/mini'
import { requiredText } from '#core/contract'
import { DomainError, type ErrorCode } from '#core/errors'
import { NICKNAME_LENGTH } from '#core/people'
import { findPersonForCommand, grantFirstAdministrator } from '#server/people/index'
import type { Database } from '#server/platform/db/index'
import { StartupError } from '#server/platform/postgres/index'
import { runCommand } from './run-command'

const USAGE =
  '用法：npm run administrator -- <编号> <姓名>。编号由本人登录后在「我的」里看到，姓名不超过 20 个字。'

/** What a refusal means to the person at the terminal. */
const REFUSALS: Partial<Record<ErrorCode, string>> = {
  NOT_ALLOWED: '已经有两位管理员了：更多的管理员由其中一位提名、另一位确认。',
  GRANT_EXISTS: '这个人已经是管理员了。',
  PERSON_UNKNOWN: '没有这个编号的人：请本人先登录一次，再在「我的」里看编号。',
}

/** `npm run administrator -- <personCode> <official name>`: makes one of the first two administrators (domain.md 3). */
runCommand((args) => {
  const { personCode, officialName } = inputOf(args)
  return async (db) => {
    const isSecond = await grant(db, personCode, officialName)
    process.stdout.write(
      `${officialName}现在是管理员了。${isSecond ? '' : '还可以再设一位：重要的授权要两个人。'}\n`,
    )
    return 0
  }
})

function inputOf([personCode, ...name]: string[]): { personCode: string; officialName: string } {
  const officialName = z.safeParse(requiredText(NICKNAME_LENGTH), name.join(' '))
  if (!personCode || !officialName.success) throw new StartupError(USAGE)
  return { personCode, officialName: officialName.data }
}

/** Answers whether it was the second one. */
async function grant(db: Database, personCode: string, officialName: string): Promise<boolean> {
  try {
    return await db.transaction().execute(async (tx) => {
      const { district_id: districtId } = await tx
        .selectFrom('deployment')
        .select('district_id')
        .executeTakeFirstOrThrow()
      const now = new Date()
      const personId = await findPersonForCommand(tx, personCode)
      await grantFirstAdministrator(tx, { districtId, personId, officialName, now })
      const inOffice = await tx
        .selectFrom('role_grants')
        .select('grant_id')
        .where('region_id', '=', districtId)
        .where('role', '=', 'administrator')
        .where('state', '=', 'granted')
        .where('ends_at', '>', now)
        .execute()
      return inOffice.length > 1
    })
  } catch (error) {
    const sentence = error instanceof DomainError ? REFUSALS[error.code] : undefined
    throw sentence ? new StartupError(sentence) : error
  }
}
