import { useEffect, useRef, useSyncExternalStore } from 'react'
import { createStore } from './store'

export interface Question {
  title: string
  text?: string
  /** What happens, in words: 「撤回」, never 「确定」. */
  yes: string
  no?: string
  /** The act takes something away. */
  danger?: boolean
}

export interface AskedQuestion extends Question {
  answer: (yes: boolean) => void
}

const said = createStore<string | undefined>(undefined)
const asked = createStore<AskedQuestion | undefined>(undefined)

let leaving: ReturnType<typeof setTimeout> | undefined

/**
 * Says one short sentence that goes away by itself, long enough to be read. WeChat's own toast is cut after seven
 * characters and ignores care mode, so `components/Feedback` draws it on the page in view.
 */
export function toast(sentence: string): void {
  clearTimeout(leaving)
  said.set(sentence)
  leaving = setTimeout(hideToast, Math.max(2500, sentence.length * 250))
}

/** Takes the sentence away. */
export function hideToast(): void {
  clearTimeout(leaving)
  said.set(undefined)
}

/** Asks before something that cannot be undone. One question at a time: a second one answers the first with no. */
export function confirm(question: Question): Promise<boolean> {
  asked.get()?.answer(false)
  return new Promise((resolve) => {
    const one: AskedQuestion = {
      ...question,
      answer: (yes) => {
        // A late answer must not take away the next question.
        if (asked.get() === one) asked.set(undefined)
        resolve(yes)
      },
    }
    asked.set(one)
  })
}

/** The sentence to show now. */
export function useToast(): string | undefined {
  return useSyncExternalStore(said.subscribe, said.get)
}

/** The question that waits for an answer. */
export function useQuestion(): AskedQuestion | undefined {
  return useSyncExternalStore(asked.subscribe, asked.get)
}

/** What was asked while a page was in view is answered with no when that page is gone: nobody else can answer it. */
export function useOwnQuestions(inView: boolean): void {
  const question = useQuestion()
  const mine = useRef<AskedQuestion>()
  useEffect(() => {
    if (inView && question) mine.current = question
  }, [inView, question])
  useEffect(() => () => mine.current?.answer(false), [])
}
