import { Text, View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { WORDS_STATE_NOTES } from '#core/moderation'
import type { PostView } from '#core/threads'
import { aria } from '@/components/aria'
import { classes } from '@/components/classes'
import { Icon, type IconName } from '@/components/Icon'
import { Item } from '@/components/Item'
import { Press } from '@/components/Press'
import { State } from '@/components/State'
import { PhotoStrip } from '@/parts/photos'
import { THREAD } from '../words'

export interface PostRowProps {
  post: PostView
  now: Date
  onThank: (post: PostView) => void
  onReply: (post: PostView) => void
  onMore: (post: PostView) => void
  /** Opens the topic that was put up from it. */
  onTopic: (topicId: string) => void
}

/** One post: who, when, what; a staff note and an official reply each on their own ground. */
export function PostRow({ post, now, onTopic, ...acts }: PostRowProps) {
  if (post.trace) return <Trace post={post} />
  const note = post.kind === 'staff_note'
  const look = classes(
    'reply',
    post.parentPostId !== null && 'reply--under',
    note && 'reply--note',
    !note && post.official !== null && 'reply--official',
  )
  return (
    <View className={look} {...aria({ role: 'listitem' })}>
      <Face post={post} />
      <View className="reply__body">
        <View className="reply__head">
          <View className="reply__name">{post.name}</View>
          <View className="reply__when">{momentInWords(post.at, now)}</View>
        </View>
        {post.official && <View className="reply__role">{post.official.unitName ?? THREAD.official}</View>}
        {note && (
          <State icon="lock" tone="wait">
            {THREAD.note}
          </State>
        )}
        {post.mentions.length > 0 && <View className="reply__to">{THREAD.to(post.mentions)}</View>}
        <View className="reply__text">
          <Text className="words">{post.text}</Text>
        </View>
        <PhotoStrip photos={post.photos} />
        <Standing post={post} />
        {post.topic && <TopicOf topic={post.topic} onOpen={onTopic} />}
        <Acts post={post} {...acts} />
      </View>
    </View>
  )
}

function Trace({ post }: { post: PostView }) {
  return (
    <View
      className={classes('reply', 'reply--trace', post.parentPostId !== null && 'reply--under')}
      {...aria({ role: 'listitem' })}
    >
      <View>{post.trace === 'deleted' ? THREAD.deleted : THREAD.hidden}</View>
    </View>
  )
}

/** 阿梅 is 梅, as on the page of oneself; 湖光苑 3号楼的一位住户 is 户. */
function faceOf(name: string): string {
  const letters = Array.from(name)
  return letters[letters.length - 1] ?? ''
}

function Face({ post }: { post: PostView }) {
  const icon = post.kind === 'staff_note' ? 'lock' : post.official ? 'house' : undefined
  return (
    <View className="reply__face" {...aria({ hidden: true })}>
      {icon ? <Icon name={icon} size="s" /> : <View>{faceOf(post.name)}</View>}
    </View>
  )
}

/** Why neighbours don't see it, for its author and who works on the thing. */
function Standing({ post }: { post: PostView }) {
  const note = post.kind === 'staff_note' ? null : WORDS_STATE_NOTES[post.wordsState]
  if (!note) return null
  return (
    <State icon="eye" tone="wait" gap>
      {note}
    </State>
  )
}

interface TopicOfProps {
  topic: NonNullable<PostView['topic']>
  onOpen: PostRowProps['onTopic']
}

function TopicOf({ topic: { topicId, title }, onOpen }: TopicOfProps) {
  return <Item icon="talk" title={title} text={THREAD.topic} onPress={() => onOpen(topicId)} />
}

type ActsProps = Omit<PostRowProps, 'now' | 'onTopic'>

function Acts({ post, onThank, onReply, onMore }: ActsProps) {
  const may = (act: PostView['acts'][number]) => post.acts.includes(act)
  const hasMenu = may('put_up') || may('report') || may('block') || may('delete')
  return (
    <View className="reply__acts">
      {may('thank') ? (
        <Act
          icon="thanks"
          words={post.thanks > 0 ? THREAD.thanksCount(post.thanks) : THREAD.thanks}
          label={THREAD.ofWhom(post.thanked ? THREAD.takeBack : THREAD.thanks, post.name)}
          pressed={post.thanked}
          onPress={() => onThank(post)}
        />
      ) : (
        post.thanks > 0 && (
          <View className="reply__act">
            <Icon name="thanks" size="s" lead />
            <View>{THREAD.thanksCount(post.thanks)}</View>
          </View>
        )
      )}
      {may('reply') && (
        <Act
          icon="reply"
          words={THREAD.reply}
          label={THREAD.ofWhom(THREAD.reply, post.name)}
          onPress={() => onReply(post)}
        />
      )}
      {hasMenu && (
        <Act words={THREAD.more} label={THREAD.ofWhom(THREAD.more, post.name)} onPress={() => onMore(post)} />
      )}
    </View>
  )
}

interface ActProps {
  icon?: IconName
  words: string
  label: string
  pressed?: boolean
  onPress: () => void
}

function Act({ icon, words, label, pressed, onPress }: ActProps) {
  return (
    <Press
      className={classes('reply__act', pressed && 'reply__act--on')}
      label={label}
      pressed={pressed}
      onPress={onPress}
    >
      {icon && <Icon name={icon} size="s" lead />}
      <View>{words}</View>
    </Press>
  )
}
