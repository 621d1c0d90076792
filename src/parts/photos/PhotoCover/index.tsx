import { Canvas, View } from '@tarojs/components'
import { useId, useState } from 'react'
import { aria } from '@/components/aria'
import { Button } from '@/components/Button'
import { Press } from '@/components/Press'
import { State } from '@/components/State'
import { isWeapp } from '@/platform/device'
import { toast } from '@/platform/feedback'
import { useModalFocus } from '@/platform/focus'
import { PARTS } from '../mosaic'
import { useCover, type Cover } from '../useCover'
import { COVER_WORDS } from '../words'

export interface PhotoCoverProps {
  /** Where the photo lies on this phone. */
  file: string
  number: number
  of: number
  /** With where the photo to use lies: the same, or a covered one. */
  onDone: (file: string) => void
  onDrop: () => void
}

/** Over the whole screen: faces, plates and door numbers are covered before the photo leaves the phone. */
export function PhotoCover({ file, number, of, onDone, onDrop }: PhotoCoverProps) {
  const id = `cover${useId().replace(/\W/g, '')}`
  const cover = useCover(file, `${id}-canvas`, `${id}-stage`)
  const [byParts, setByParts] = useState(false)
  const [busy, setBusy] = useState(false)
  useModalFocus(true, id, onDrop)
  // On H5 what was drawn goes up in any case: smaller, and without what the camera wrote beside it.
  const drawn = cover.face === 'ready' && (cover.strokes > 0 || !isWeapp)
  const done = async () => {
    if (!drawn) return onDone(file)
    setBusy(true)
    try {
      onDone(await cover.save())
    } catch {
      // What somebody covered never goes up uncovered.
      if (cover.strokes === 0) onDone(file)
      else toast(COVER_WORDS.notSaved)
    } finally {
      setBusy(false)
    }
  }
  return (
    <View id={id} className="cover" {...aria({ role: 'dialog', modal: true, label: COVER_WORDS.title })}>
      <View className="cover__head">
        <View className="cover__title">{COVER_WORDS.title}</View>
        {of > 1 && <View className="text--small text--quiet">{COVER_WORDS.count(number, of)}</View>}
      </View>
      <View className="cover__hint text--small">
        {cover.face === 'failed' ? COVER_WORDS.cannotOpen : COVER_WORDS.hint}
      </View>
      <Stage id={id} cover={cover} byParts={byParts} />
      <View className="cover__tools">
        {cover.face === 'ready' && (
          <Button variant="quiet" icon="switch" onPress={() => setByParts(!byParts)}>
            {byParts ? COVER_WORDS.byFinger : COVER_WORDS.byParts}
          </Button>
        )}
        {cover.strokes > 0 && (
          <Button variant="quiet" icon="reply" onPress={cover.undo}>
            {COVER_WORDS.undo}
          </Button>
        )}
      </View>
      <Button busy={busy} onPress={() => void done()}>
        {cover.face === 'failed' ? COVER_WORDS.use : cover.strokes > 0 ? COVER_WORDS.done : COVER_WORDS.none}
      </Button>
      <Button variant="quiet" block onPress={onDrop}>
        {COVER_WORDS.drop}
      </Button>
    </View>
  )
}

interface StageProps {
  id: string
  cover: Cover
  byParts: boolean
}

/** The picture as large as there is room, and what the finger moves over. */
function Stage({ id, cover, byParts }: StageProps) {
  const { shape, face, touch } = cover
  return (
    <View className="cover__room">
      <View className="cover__frame" style={{ maxWidth: `calc(50vh / ${shape.toFixed(4)})` }}>
        <View className="cover__shape" style={{ paddingBottom: `${(shape * 100).toFixed(2)}%` }}>
          <Canvas type="2d" id={`${id}-canvas`} canvasId={`${id}-canvas`} className="cover__canvas" />
          <View
            id={`${id}-stage`}
            className="cover__stage"
            catchMove
            {...aria({ role: 'img', label: COVER_WORDS.picture })}
            {...(byParts ? {} : touch)}
          />
          {byParts && <Parts onPress={cover.coverPart} />}
        </View>
      </View>
      {face === 'opening' && <State icon="clock">{COVER_WORDS.opening}</State>}
    </View>
  )
}

function Parts({ onPress }: { onPress: (part: number) => void }) {
  const parts = Array.from({ length: PARTS.columns * PARTS.rows }, (_, part) => part)
  return (
    <View className="cover__parts">
      {parts.map((part) => (
        <Press
          key={part}
          className="cover__part"
          label={COVER_WORDS.part(Math.floor(part / PARTS.columns) + 1, (part % PARTS.columns) + 1)}
          onPress={() => onPress(part)}
        />
      ))}
    </View>
  )
}
