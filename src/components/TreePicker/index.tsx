import { View } from '@tarojs/components'
import { useState } from 'react'
import { usePaged, type Page } from '../../hooks/usePaged'
import type { Read } from '../../platform/reading'
import { aria } from '../aria'
import { Button } from '../Button'
import { FourFaces } from '../FourFaces'
import { Icon } from '../Icon'
import { Item } from '../Item'
import { MoreButton } from '../MoreButton'
import { Press } from '../Press'
import { SkeletonRows } from '../Skeleton'

/** One knot of a tree, of which only the name is shown. */
export interface TreeItem {
  id: string
  name: string
  hasChildren: boolean
}

export interface TreePickerProps<T extends TreeItem> {
  /** One page of what lies right under a parent; without a parent, of the top. */
  load: (parentId: string | undefined, cursor: string | undefined, read: Read) => Promise<Page<T>>
  canChoose: (item: T) => boolean
  /** `path` is the way down from the top, the chosen one included. */
  onChoose: (item: T, path: readonly T[]) => void
}

/** Walks down a tree, level by level, until something that may be chosen is chosen. Stands in a Sheet or on a page. */
export function TreePicker<T extends TreeItem>({ load, canChoose, onChoose }: TreePickerProps<T>) {
  const [path, setPath] = useState<readonly T[]>([])
  const here = path[path.length - 1]
  const { state, more } = usePaged((cursor, read) => load(here?.id, cursor, read), [here?.id])
  const press = (item: T) => {
    if (item.hasChildren) setPath([...path, item])
    else if (canChoose(item)) onChoose(item, [...path, item])
  }
  return (
    <View>
      <Way path={path} onBack={(depth) => setPath(path.slice(0, depth))} />
      {here && canChoose(here) && (
        <View className="tree__choose">
          <Button onPress={() => onChoose(here, path)}>{`就选「${here.name}」`}</Button>
        </View>
      )}
      <FourFaces
        state={state}
        skeleton={<SkeletonRows />}
        isEmpty={(items) => items.length === 0}
        empty={<Nothing chosen={here !== undefined && canChoose(here)} />}
      >
        {(items) => (
          <>
            <View className="list">
              {items.map((item) => (
                <Knot key={item.id} item={item} open={item.hasChildren || canChoose(item)} onPress={press} />
              ))}
            </View>
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </View>
  )
}

interface KnotProps<T> {
  item: T
  /** It leads on, or may be chosen. */
  open: boolean
  onPress: (item: T) => void
}

function Knot<T extends TreeItem>({ item, open, onPress }: KnotProps<T>) {
  return <Item title={item.name} onPress={open ? () => onPress(item) : undefined} />
}

interface WayProps {
  path: readonly TreeItem[]
  onBack: (depth: number) => void
}

/** Where one is in the tree: each step leads back to it. */
function Way({ path, onBack }: WayProps) {
  if (path.length === 0) return null
  const before = path.length - 1
  return (
    <View className="tree__way" {...aria({ role: 'group', label: '选到哪儿了' })}>
      <Press
        className="tree__back"
        onPress={() => onBack(before)}
        label={`回到${path[before - 1]?.name ?? '上一级'}`}
      >
        <Icon name="left" size="s" lead />
        <View>上一级</View>
      </Press>
      <View className="tree__here">{path.map(({ name }) => name).join(' ')}</View>
    </View>
  )
}

/** The end of a branch. */
function Nothing({ chosen }: { chosen: boolean }) {
  return (
    <View className="tree__end">
      {chosen ? '下面没有更小的地方了，就选它吧。' : '这里还没有登记地方，请回上一级看看。'}
    </View>
  )
}
