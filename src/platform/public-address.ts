import { BlockList, isIP } from 'node:net'

/** What is not the public Internet: this machine, its neighbours, the cloud's own doors, reserved and translated ranges. */
const closed = new BlockList()
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  const [net = '', bits] = range.split('/')
  closed.addSubnet(net, Number(bits), 'ipv4')
}
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) {
  const [net = '', bits] = range.split('/')
  closed.addSubnet(net, Number(bits), 'ipv6')
}
/** Only there are IPv6 addresses of the Internet given out; an IPv4 address in disguise lies outside. */
const unicast = new BlockList()
unicast.addSubnet('2000::', 3, 'ipv6')

/** May we ask something of it because a stranger told us to? A numeric address; anything else is no. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  // A zone names a link of this machine.
  if (family !== 6 || address.includes('%')) return false
  return unicast.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}
