import { useState } from 'react'
import { CLOSING_DAYS, closeAccountEndpoint, keepAccountEndpoint, type WordsChoice } from '#core/my-data'
import type { MeView } from '#core/people'
import { useLoad } from '@/hooks/useLoad'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { loadMe, setMe } from '@/platform/me'
import { dropLetters } from '@/platform/outbox'
import { dropPhotosIn } from '@/platform/photo-files'
import { forgetAbout, readAbout } from '@/platform/storage'
import { CLOSE } from '../../words'

/** 注销账号: who I am now, and what I say to it. */
export function useClosing() {
  const state = useLoad(loadMe, [])
  const answered = (words: string) => (me: MeView) => {
    state.replace(me)
    setMe(me)
    toast(words)
  }
  const closing = useSubmit(
    (words: WordsChoice, key) => callEndpoint(closeAccountEndpoint, { body: { words }, key }),
    (me) => {
      // What was being written goes, sent or not: who closes the account leaves nothing on a phone they may give away.
      readAbout(me.personId).forEach(dropPhotosIn)
      dropLetters()
      forgetAbout(me.personId)
      answered(CLOSE.done)(me)
    },
  )
  const keeping = useSubmit(
    (_: undefined, key) => callEndpoint(keepAccountEndpoint, { key }),
    answered(CLOSE.kept),
  )
  return {
    state,
    failure: closing.failure ?? keeping.failure,
    close: closing.submit,
    closing: closing.busy,
    keep: () => void keeping.submit(undefined),
    keeping: keeping.busy,
  }
}

/** What is filled in before: nothing is preset, and the word is written by hand. */
export function useClosingForm(close: (words: WordsChoice) => Promise<boolean>) {
  const [words, setWords] = useState<WordsChoice>()
  const [typed, setTyped] = useState('')
  const [pressed, setPressed] = useState(false)
  const isTyped = typed.trim() === CLOSE.typed
  const press = async () => {
    setPressed(true)
    if (!words || !isTyped) return
    const { question: title, yes, no } = CLOSE
    if (await confirm({ title, text: CLOSE.questionText(CLOSING_DAYS), yes, no, danger: true }))
      await close(words)
  }
  return {
    words,
    setWords,
    typed,
    setTyped,
    wordsMissing: pressed && !words,
    typeMissing: pressed && !isTyped,
    press: () => void press(),
  }
}
