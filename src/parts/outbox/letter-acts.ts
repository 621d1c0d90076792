import { confirm, toast } from '@/platform/feedback'
import { goTo, type Query } from '@/platform/navigation'
import { dropFilesOf, isOld, outbox, type Letter, type Outcome } from '@/platform/outbox'
import { randomId } from '@/platform/random-id'
import { forget, readStored, store } from '@/platform/storage'
import { askingFirst } from './asking-first'
import { OUTBOX } from './words'

type Open = (route: string, query: Query) => void

/**
 * 改一改: takes the words back into the form they came from. Asks first where they may stand on the server already, and
 * where another draft would be lost.
 */
export async function changeLetter(letter: Letter, open: Open = goTo): Promise<void> {
  const mayBeThere = {
    title: OUTBOX.maybeThere,
    text: OUTBOX.maybeThereText,
    yes: OUTBOX.changeYes,
    no: OUTBOX.changeNo,
  }
  // How far it has come is known to the box, not to the page that shows it.
  const { triedAt } = outbox.list().find(({ key }) => key === letter.key) ?? letter
  if (triedAt !== undefined && !(await confirm(mayBeThere))) return
  const other = {
    title: OUTBOX.otherDraft,
    text: OUTBOX.otherDraftText,
    yes: OUTBOX.otherDraftYes,
    no: OUTBOX.otherDraftNo,
  }
  const { key, value } = letter.draft
  const before = readStored<unknown>(key, (kept) => kept)
  if (before !== undefined && !(await confirm(other))) return
  // First into the form: on a phone that is full the words stay where they are.
  if (!store(key, value)) {
    toast(OUTBOX.full)
    return
  }
  if (!outbox.take(letter.key)) {
    if (before === undefined) forget(key)
    else store(key, before)
    toast(OUTBOX.busy)
    return
  }
  open(letter.page.route, letter.page.query)
}

/** 扔掉: with the photos that lie on this phone for it. */
export async function dropLetter(letter: Letter): Promise<void> {
  const question = {
    title: OUTBOX.dropAsk,
    text: OUTBOX.dropText,
    yes: OUTBOX.dropYes,
    no: OUTBOX.dropNo,
    danger: true,
  }
  if (!(await confirm(question))) return
  const taken = outbox.take(letter.key)
  if (taken) dropFilesOf(taken)
  toast(taken ? OUTBOX.dropped : OUTBOX.busy)
}

/** 现在发送. What is too old for its key to be known goes out under a new one, once its writer says so. */
export async function sendLetter(letter: Letter): Promise<Outcome | undefined> {
  if (!isOld(letter, Date.now())) {
    outbox.patch(letter.key, { refused: undefined })
    return outbox.send(letter.key, askingFirst)
  }
  const question = { title: OUTBOX.oldAsk, text: OUTBOX.oldText, yes: OUTBOX.oldYes, no: OUTBOX.oldNo }
  if (!(await confirm(question))) return undefined
  const key = await randomId()
  const {
    triedAt: _triedAt,
    refused: _refused,
    ...rest
  } = outbox.list().find((one) => one.key === letter.key) ?? letter
  const fresh = { ...rest, key, writtenAt: Date.now() }
  if (!outbox.replace(letter.key, fresh)) return undefined
  return outbox.send(fresh.key, askingFirst)
}
