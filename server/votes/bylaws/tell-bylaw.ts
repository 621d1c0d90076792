import type { InboxKind } from '#core/inbox'
import type { BylawAct } from '#core/votes'
import { sendToInbox } from '#server/inbox/index'
import { listStaffIds } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { BylawRow } from './repository'

/** What who recorded them is told; taking back is their own. */
const KINDS: Record<Exclude<BylawAct, 'take_back'>, InboxKind> = {
  put_in_force: 'bylaw_in_force',
  refuse: 'bylaw_refused',
  end: 'bylaw_ended',
}

type Telling = Pick<Context, 'actor' | 'now'>
type AboutBylaw = Pick<BylawRow, 'community_id' | 'bylaw_id' | 'title'>

/** The secretary, who is asked to confirm them; never who recorded them. */
export async function tellSecond(
  tx: Transaction,
  context: Telling,
  row: AboutBylaw & Pick<BylawRow, 'jurisdiction'>,
): Promise<void> {
  const ids = await listStaffIds(tx, row.jurisdiction, ['community_secretary'], context.now())
  await send(tx, context, row, 'bylaw_waits', ids)
}

/** Who recorded them: what became of them. */
export async function tellRecorder(
  tx: Transaction,
  context: Telling,
  row: AboutBylaw & Pick<BylawRow, 'recorded_by'>,
  act: BylawAct,
): Promise<void> {
  if (act !== 'take_back') await send(tx, context, row, KINDS[act], [row.recorded_by])
}

async function send(
  tx: Transaction,
  { actor, now }: Telling,
  row: AboutBylaw,
  kind: InboxKind,
  personIds: readonly string[],
): Promise<void> {
  await sendToInbox(tx, {
    communityId: row.community_id,
    personIds: personIds.filter((id) => id !== actor.personId),
    kind,
    about: row.title,
    subject: { kind: 'bylaw', id: row.bylaw_id },
    at: now(),
  })
}
