const BEARABLE_SILENCE_MS = 1_000

/** Says what we are waiting for: once, and only when it takes longer than anybody should wait without a word. */
export function tellLater(onProgress: (sentence: string) => void): (sentence: string) => void {
  const since = Date.now()
  let told = false
  return (sentence) => {
    if (told || Date.now() - since < BEARABLE_SILENCE_MS) return
    told = true
    onProgress(sentence)
  }
}
