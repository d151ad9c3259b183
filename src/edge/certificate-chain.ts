// The certificates that a host shows, as facts.
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls'
import type { Certificate } from '../model.js'

/** The chain as Node shows it: leaf first, each certificate once. */
export function chainOf(socket: TLSSocket): Certificate[] {
  const chain: Certificate[] = []
  const seen = new Set<string>()
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true)
  while (next?.raw && !seen.has(next.fingerprint256) && chain.length < 10) {
    seen.add(next.fingerprint256)
    const selfSigned: boolean = JSON.stringify(next.subject) === JSON.stringify(next.issuer)
    chain.push({
      subject: nameOf(next.subject),
      issuer: nameOf(next.issuer),
      validFrom: new Date(next.valid_from).toISOString(),
      validTo: new Date(next.valid_to).toISOString(),
      names: namesOf(next.subjectaltname),
      sha1: next.fingerprint.replaceAll(':', '').toLowerCase(),
      selfSigned,
    })
    next = next.issuerCertificate
  }
  return chain
}

/** Empty text where the certificate has no such extension. */
function namesOf(names = ''): string[] {
  return names.split(', ').flatMap((name) => (name === '' ? [] : name.replace(/^DNS:/, '')))
}

/** Cut: a certificate may have a megabyte of it. */
function nameOf(name: unknown): string {
  const parts = (name ?? {}) as Record<string, string | string[] | undefined>
  return String(parts['CN'] ?? parts['O'] ?? parts['OU'] ?? '').slice(0, 1000)
}
