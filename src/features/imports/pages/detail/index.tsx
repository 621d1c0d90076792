import { View } from '@tarojs/components'
import { FORM, type ImportProblem, type ImportView } from '#core/imports'
import { aria } from '@/components/aria'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonRows } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { countsInWords, IMPORT_DETAIL, IMPORT_STATE_WORDS } from '../../words'
import { useImport, useProblems } from './useImport'

/** One table: being checked, what it would change, which rows are not good, and bringing it in. */
export default function ImportPage() {
  const query = usePageQuery()
  const { communityId = '', importId } = query
  if (!useSignInFirst(ROUTES.importDetail, query)) return null
  return importId ? (
    <Import communityId={communityId} importId={importId} />
  ) : (
    <Missing communityId={communityId} />
  )
}

function Missing({ communityId }: { communityId: string }) {
  const act = { words: IMPORT_DETAIL.back, onPress: () => goTo(ROUTES.imports, { communityId }) }
  return (
    <Screen title={IMPORT_DETAIL.title}>
      <Blank art="window" title={IMPORT_DETAIL.missing} text={IMPORT_DETAIL.missingText} act={act} />
    </Screen>
  )
}

interface Named {
  communityId: string
  importId: string
}

function Import({ communityId, importId }: Named) {
  const { state, apply, busy, failure } = useImport(communityId, importId)
  const view = state.status === 'ready' ? state.data : undefined
  return (
    <Screen title={IMPORT_DETAIL.title} foot={view && <Foot view={view} onApply={apply} busy={busy} />}>
      <FourFaces state={state} skeleton={<SkeletonRows count={4} />} errorTitle={IMPORT_DETAIL.failed}>
        {(shown) => (
          <>
            <Standing view={shown} />
            {failure && (
              <Note tone="late" icon="alert" alert gap>
                {failure.message}
              </Note>
            )}
            {shown.problemCount > 0 ? <Problems view={shown} /> : <Counts view={shown} />}
          </>
        )}
      </FourFaces>
    </Screen>
  )
}

/** One next step: do it, or choose another file. */
function Foot({ view, onApply, busy }: { view: ImportView; onApply: () => void; busy: boolean }) {
  const { state, mayApply, communityId } = view
  if (state === 'checking' || state === 'applying') return null
  return (
    <View className="acts">
      {mayApply ? (
        <Button onPress={onApply} busy={busy} busyWords={IMPORT_DETAIL.applying}>
          {IMPORT_DETAIL.apply}
        </Button>
      ) : (
        <Button onPress={() => goTo(ROUTES.imports, { communityId })}>{IMPORT_DETAIL.again}</Button>
      )}
    </View>
  )
}

function Standing({ view }: { view: ImportView }) {
  const { state, rowsDone, rowsTotal, mayApply } = view
  const underWay = state === 'checking' || state === 'applying'
  const far =
    state === 'applying' && rowsTotal > 0
      ? IMPORT_DETAIL.written(rowsDone, rowsTotal)
      : IMPORT_DETAIL.read(rowsDone)
  const changed = state === 'ready' && view.previewChanged
  const bad = state === 'bad' || state === 'failed' || changed
  return (
    <View {...aria({ role: 'status' })}>
      <Note
        title={changed ? IMPORT_DETAIL.lookAgain : IMPORT_STATE_WORDS[state]}
        icon={bad ? 'alert' : underWay ? 'clock' : 'ok'}
        tone={bad ? 'late' : 'plain'}
      >
        {changed && <View>{IMPORT_DETAIL.lookAgainText}</View>}
        {underWay && <View>{far}</View>}
        {underWay && <View>{IMPORT_DETAIL.waitText}</View>}
        {state === 'ready' && !mayApply && <View>{IMPORT_DETAIL.notYours}</View>}
      </Note>
    </View>
  )
}

function Counts({ view: { counts, state } }: { view: ImportView }) {
  if (counts.length === 0) return null
  const same = counts.every(({ added, changed, ending }) => added + changed + ending === 0)
  const facts = counts.map((count) => ({ name: FORM[count.sheet].title, value: countsInWords(count) }))
  return (
    <>
      <Section title={state === 'applied' ? IMPORT_DETAIL.whatChanged : IMPORT_DETAIL.whatChanges} />
      <Card>
        <Facts facts={facts} />
      </Card>
      <Note gap>{same && state === 'ready' ? IMPORT_DETAIL.nothing : IMPORT_DETAIL.left}</Note>
    </>
  )
}

function Problems({ view: { communityId, importId, problemCount } }: { view: ImportView }) {
  const { state, more } = useProblems(communityId, importId)
  return (
    <>
      <Section title={IMPORT_DETAIL.problems(problemCount)} />
      <Note gap>{IMPORT_DETAIL.problemsText}</Note>
      <FourFaces
        state={state}
        skeleton={<SkeletonRows count={4} />}
        errorTitle={IMPORT_DETAIL.problemsFailed}
      >
        {(problems) => (
          <>
            <Card flush gap>
              {problems.map((problem) => (
                <Item key={problem.position} title={placeOf(problem)} text={problem.words} />
              ))}
            </Card>
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </>
  )
}

/** 住户名册 第 4 行 关系: where the spreadsheet shows it. */
function placeOf({ sheet, row, column }: ImportProblem): string {
  const parts = [sheet, row !== null && IMPORT_DETAIL.row(row), column].filter(Boolean)
  return parts.join(' ') || IMPORT_DETAIL.fileProblem
}
