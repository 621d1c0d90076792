import { create as createQr } from 'qrcode'

/** A page of the H5 site as a picture that a phone's camera opens: its address, and the picture row by row; `1` is black. */
interface PagePicture {
  address: string
  picture: string[]
}

export function pagePicture(site: string, page: string): PagePicture {
  const address = `${site}/${page}`
  const { size, data } = createQr(address, { errorCorrectionLevel: 'M' }).modules
  const picture = Array.from({ length: size }, (_, row) =>
    Array.from(data.slice(row * size, (row + 1) * size), (black) => (black ? '1' : '0')).join(''),
  )
  return { address, picture }
}
