import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import net from 'node:net'
import { buildNeighbourhood } from '../builders/neighbourhood'
import { startTestServer } from './test-server'
it('probe', async () => {
  const server = await startTestServer({ parts: { signInLimit: { max: 3, timeWindow: '1 minute' } , callLimit: {max: 5, timeWindow: '1 minute'}} })
  const place = await buildNeighbourhood(server.db, server.clock.now)
  const admin = await place.inOffice('administrator', place.districtId, { community: null })
  const staff = await place.inOffice('community_staff', place.community.communityId)
  const c = place.community.communityId
  const out: unknown[] = []
  const say = async (name: string, o: any) => { const a = await server.app.inject(o); out.push([name, a.statusCode, a.body.slice(0, 200)]) }
  const auth = (t: string) => ({ authorization: `Bearer ${t}` })
  const key = () => ({ 'idempotency-key': randomUUID() })
  const json = { 'content-type': 'application/json' }
  await say('bad url', { url: '/api/%zz' })
  await say('long param', { url: `/api/communities/${'a'.repeat(200)}/home`, headers: auth(staff.token) })
  await say('nul cursor', { url: `/api/communities/${c}/places?cursor=${Buffer.from(JSON.stringify(['\u0000', randomUUID()])).toString('base64url')}`, headers: auth(staff.token) })
  await say('nul code', { method: 'DELETE', url: `/api/communities/${c}/places/${place.community.buildingId}/door-codes/%00`, headers: { ...auth(staff.token), ...key() } })
  await say('nul person', { method: 'POST', url: `/api/regions/${c}/grants`, headers: { ...auth(staff.token), ...key(), ...json }, payload: JSON.stringify({ personCode: '\u0000', role: 'grid_worker', placeId: place.community.gridId, officialName: 'a', endsAt: '2027-01-01T00:00:00.000Z', evidence: 'x' }) })
  const deep = '['.repeat(15000) + ']'.repeat(15000)
  await say('deep', { method: 'PUT', url: `/api/me`, headers: { ...auth(admin.token), ...key(), ...json }, payload: `{"nickname":"x","junk":${deep}}` })
  for (let i = 0; i < 6; i++) await say('rl', { url: '/api/demo/persons', headers: {} })
  for (let i = 0; i < 2; i++) await say('rl enc', { url: '/%61pi/demo/persons', headers: {} })
  for (let i = 0; i < 5; i++) await say('rl signin', { method: 'POST', url: '/api/sessions/demo', headers: { ...key(), ...json, authorization: `x${i}` }, payload: JSON.stringify({ personId: randomUUID() }) })
  await say('PATCH', { method: 'PATCH', url: '/api/me' })
  await say('PROPFIND', { method: 'PROPFIND', url: '/api/me' })
  await say('HEAD', { method: 'HEAD', url: '/api/me' })
  await say('OPTIONS', { method: 'OPTIONS', url: '/api/me' })
  await say('upper', { url: `/api/communities/${c.toUpperCase()}/desk?list=unassigned`, headers: auth(staff.token) })
  await say('docs', { url: '/docs' })
  await say('docs', { url: '/docs/json' })
  await say('yaml', { url: '/docs/yaml' })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const port = (server.app.server.address() as net.AddressInfo).port
  const raw = (text: string) => new Promise<string>((res) => { const s = net.connect(port, '127.0.0.1', () => s.write(text)); let b = ''; s.on('data', (d) => (b += d)); s.on('close', () => res(b)); s.on('error', () => res('err')) ; setTimeout(() => s.destroy(), 1500) })
  out.push(['raw method', await raw('FOO / HTTP/1.1\r\nhost: x\r\n\r\n')])
  out.push(['raw header', await raw(`GET /healthz HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20000)}\r\n\r\n`)])
  out.push(['raw url', await raw(`GET /${'a'.repeat(20000)} HTTP/1.1\r\nhost: x\r\n\r\n`)])
  out.push(['raw prop', await raw(`PROPFIND /api/me HTTP/1.1\r\nhost: x\r\n\r\n`)])
  console.log(out.map((x) => JSON.stringify(x)).join('\n'))
  await server.close()
})
