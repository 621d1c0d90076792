import { useCallback, useState } from 'react'
import { choosePhotos } from '@/platform/choose-photos'
import { toast } from '@/platform/feedback'
import { sentenceOf } from '@/platform/readable-error'

/** Photos that are chosen and not yet looked over. */
interface ToCover {
  files: string[]
  number: number
  of: number
}

export interface Covering {
  /** The one to be looked over now. */
  toCover?: { file: string; number: number; of: number }
  /** Lets the person choose photos. */
  choose: () => void
  /** The one in front is done with. */
  next: () => void
}

/** Photos are looked over one after the other before they join the others; `room`: how many more may. */
export function useCovering(room: number): Covering {
  const [covering, setCovering] = useState<ToCover>()
  const choose = useCallback(() => {
    choosePhotos(room)
      .then((files) => files.length > 0 && setCovering({ files, number: 1, of: files.length }))
      .catch((error: unknown) => toast(sentenceOf(error)))
  }, [room])
  const next = useCallback(() => {
    setCovering((now) => {
      const files = now?.files.slice(1) ?? []
      return now && files.length > 0 ? { ...now, files, number: now.number + 1 } : undefined
    })
  }, [])
  const [file] = covering?.files ?? []
  return {
    ...(covering && file !== undefined
      ? { toCover: { file, number: covering.number, of: covering.of } }
      : {}),
    choose,
    next,
  }
}
