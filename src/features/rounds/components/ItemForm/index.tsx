import { View } from '@tarojs/components'
import { listOrganisationsEndpoint } from '#core/organisations'
import {
  ITEM_OWNER_KINDS,
  ITEM_OWNER_LABELS,
  ITEM_PROMISE_LENGTH,
  ITEM_TITLE_LENGTH,
  isTalkedAbout,
  type ItemView,
} from '#core/rounds'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { SwitchRow } from '@/components/SwitchRow'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { ITEM_WORDS } from '../../item-words'
import { useNewItem, type NewItem, type WritingItem } from '../../useNewItem'
import { useTopics } from '../../useTopics'

const { fields: WORDS } = ITEM_WORDS

export interface ItemFormProps extends WritingItem {
  open: boolean
  onClose: () => void
  onWritten: (item: ItemView) => void
}

/** 记下一件要办的事, or change one: what, what counts as done, until when, from which topic; the convener also says who is asked. */
export function ItemForm({ open, onClose, onWritten, ...writing }: ItemFormProps) {
  const title = writing.item ? ITEM_WORDS.change : writing.asks ? ITEM_WORDS.add : ITEM_WORDS.addMine
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <Form writing={writing} title={title} onWritten={onWritten} />
    </Sheet>
  )
}

interface FormProps {
  writing: WritingItem
  title: string
  onWritten: (item: ItemView) => void
}

function Form({ writing, title, onWritten }: FormProps) {
  const item = useNewItem(writing, onWritten)
  const { written, change, failure, send, busy } = item
  return (
    <View>
      <Words item={item} />
      <TopicPick item={item} writing={writing} />
      {(writing.asks || writing.item) && <AskedOwner item={item} communityId={writing.communityId} />}
      <SwitchRow
        title={WORDS.project}
        text={WORDS.projectText}
        checked={written.isProject}
        onChange={(isProject) => change({ isProject })}
      />
      {writing.item && <Note gap>{ITEM_WORDS.changeText}</Note>}
      {failure && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy} busyWords={ITEM_WORDS.sending} onPress={send}>
          {title}
        </Button>
      </View>
    </View>
  )
}

function Words({ item: { written, change, errorAt } }: { item: NewItem }) {
  return (
    <>
      <Field
        label={WORDS.title}
        placeholder={WORDS.titlePlaceholder}
        value={written.title}
        onChange={(words) => change({ title: words })}
        maxLength={ITEM_TITLE_LENGTH}
        error={errorAt('title')}
      />
      <Field
        label={WORDS.promise}
        placeholder={WORDS.promisePlaceholder}
        value={written.promise}
        onChange={(promise) => change({ promise })}
        maxLength={ITEM_PROMISE_LENGTH}
        multiline
        error={errorAt('promise')}
      />
      <Field
        label={WORDS.due}
        placeholder={WORDS.duePlaceholder}
        value={written.dueOn}
        onChange={(dueOn) => change({ dueOn })}
        error={errorAt('dueOn')}
      />
    </>
  )
}

/** Stands for: of no topic. */
const NONE = 'none'

/** Which topic of the round it comes from. */
function TopicPick({ item: { written, change, errorAt }, writing }: { item: NewItem; writing: WritingItem }) {
  const { communityId, roundId } = writing
  const { state, more } = useTopics({ communityId, roundId, revision: 0 })
  const wrong = errorAt('topicId')
  return (
    <>
      <View className="ask">{WORDS.topic}</View>
      <FourFaces
        state={state}
        skeleton={<SkeletonCards count={1} />}
        errorTitle={WORDS.topicFailed}
        isEmpty={(topics) => topics.length === 0}
        empty={<Note>{WORDS.topicNone}</Note>}
      >
        {(topics) => (
          <>
            <ChoiceList
              label={WORDS.topic}
              options={[
                { value: NONE, title: WORDS.ofNoTopic },
                ...topics.filter(isTalkedAbout).map(({ topicId: value, title }) => ({ value, title })),
              ]}
              value={written.topicId ?? NONE}
              onChange={(value) => change({ topicId: value === NONE ? undefined : value })}
            />
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
      {wrong && (
        <State icon="alert" tone="late">
          {wrong}
        </State>
      )}
    </>
  )
}

interface AskedOwnerProps {
  item: NewItem
  communityId: string
}

function AskedOwner({ item: { written, change, errorAt }, communityId }: AskedOwnerProps) {
  const wrong = errorAt('organisationId')
  return (
    <>
      <View className="ask">{WORDS.owner}</View>
      <ChoiceList
        label={WORDS.owner}
        options={ITEM_OWNER_KINDS.map((value) => ({ value, title: ITEM_OWNER_LABELS[value] }))}
        value={written.ownerKind}
        onChange={(ownerKind) => change({ ownerKind })}
      />
      {written.ownerKind === 'organisation' && (
        <Organisations
          communityId={communityId}
          value={written.organisationId}
          onChange={(organisationId) => change({ organisationId })}
        />
      )}
      {wrong && (
        <State icon="alert" tone="late">
          {wrong}
        </State>
      )}
    </>
  )
}

interface OrganisationsProps {
  communityId: string
  value: string | undefined
  onChange: (organisationId: string) => void
}

function Organisations({ communityId, value, onChange }: OrganisationsProps) {
  const { state } = usePaged(
    (cursor) => callEndpoint(listOrganisationsEndpoint, { params: { communityId }, query: { cursor } }),
    [communityId],
  )
  return (
    <FourFaces
      state={state}
      skeleton={<SkeletonCards count={1} />}
      errorTitle={WORDS.organisation}
      isEmpty={(organisations) => organisations.length === 0}
      empty={<Note>{WORDS.organisationNone}</Note>}
    >
      {(organisations) => (
        <ChoiceList
          label={WORDS.organisation}
          options={organisations.map(({ organisationId, name }) => ({ value: organisationId, title: name }))}
          value={value}
          onChange={onChange}
        />
      )}
    </FourFaces>
  )
}
