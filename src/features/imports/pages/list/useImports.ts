import {
  exportEndpoint,
  listImportsEndpoint,
  sheetsToExport,
  sheetsToImport,
  uploadImportEndpoint,
  type Sheet,
} from '#core/imports'
import { usePaged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { chooseTable } from '@/platform/choose-table'
import { confirm } from '@/platform/feedback'
import { knownMe } from '@/platform/me'
import { goTo } from '@/platform/navigation'
import { useReachEnd } from '@/platform/page'
import { saveTable } from '@/platform/save-file'
import { uploadPhoto as uploadFile } from '@/platform/upload-photo'
import { ROUTES } from '@/routes'
import { IMPORTS } from '../../words'

/** Sheets that say who people are: before they leave the house, one is reminded of it. */
const PERSONAL: readonly Sheet[] = ['owners', 'roll']

/** 导入过的, with choosing a file, the template, and what stands. */
export function useImports(communityId: string) {
  const paged = usePaged(
    async (cursor) => {
      const [page, mine] = [
        await callEndpoint(listImportsEndpoint, { params: { communityId }, query: { cursor } }),
        await sheetsOfMine(communityId),
      ]
      return { ...page, ...mine }
    },
    [communityId],
  )
  useReturn(() => void paged.state.refresh())
  useReachEnd(paged.more.load)
  const upload = useSubmit(
    (file: string, key) => uploadFile(uploadImportEndpoint, { params: { communityId }, file, key }),
    ({ importId }) => goTo(ROUTES.importDetail, { communityId, importId }),
  )
  const taking = useSubmit(async (sheets: Sheet[], key) => {
    const body = { sheets, format: 'xlsx' as const }
    const { address } = await callEndpoint(exportEndpoint, { params: { communityId }, body, key })
    await saveTable(address, IMPORTS.exportFile)
  })
  const template = useSubmit(() => saveTable('/api/import-template', IMPORTS.templateFile))
  const choosing = useSubmit(async () => {
    const file = await chooseTable()
    if (file !== undefined) await upload.submit(file)
  })
  return {
    paged,
    choose: () => void choosing.submit(undefined),
    uploading: upload.busy,
    take: (sheets: readonly Sheet[]) => void askAndTake(sheets, taking.submit),
    template: () => void template.submit(undefined),
    failure: upload.failure ?? choosing.failure ?? taking.failure ?? template.failure,
  }
}

async function askAndTake(
  sheets: readonly Sheet[],
  take: (sheets: Sheet[]) => Promise<boolean>,
): Promise<void> {
  const { exportAsk: title, exportAskText: text, exportYes: yes, exportNo: no } = IMPORTS
  const personal = sheets.some((sheet) => PERSONAL.includes(sheet))
  if (personal && !(await confirm({ title, text, yes, no }))) return
  await take([...sheets])
}

/** What is theirs to take out, and what of it others bring in again. */
async function sheetsOfMine(communityId: string): Promise<{ sheets: Sheet[]; others: Sheet[] }> {
  const { communities, regions } = await knownMe()
  const here = communities.find((one) => one.communityId === communityId)?.roles ?? []
  const offices = [...here, ...regions.flatMap(({ roles }) => roles)]
  const [sheets, mine] = [sheetsToExport(offices), sheetsToImport(offices)]
  return { sheets, others: sheets.filter((sheet) => !mine.includes(sheet)) }
}
