import { useRef } from 'react'
import { usePageShown } from '../platform/page'

/** Runs when the reader comes back to a page, not when it opens: what an act elsewhere changed is loaded again. */
export function useReturn(listener: () => void): void {
  const opened = useRef(false)
  usePageShown(() => {
    if (opened.current) listener()
    opened.current = true
  })
}
