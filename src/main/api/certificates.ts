import tls from 'node:tls';

/** What newer runtimes have (Node 22.19 and 24.5); the registry's older one has neither. */
export type CertificateStore = {
  readonly getCACertificates?: (type: 'default' | 'system') => readonly string[];
  readonly setDefaultCACertificates?: (certificates: readonly string[]) => void;
};

/**
 * From now on what the system trusts is trusted too: companies and virus scanners sign with authorities of their own. Call it before
 * the first connection, once: it takes a moment. False where this runtime cannot, or the system gives nothing.
 */
export function trustSystemCertificates(store: CertificateStore = tls): boolean {
  const { getCACertificates, setDefaultCACertificates } = store;
  if (getCACertificates === undefined || setDefaultCACertificates === undefined) return false;
  try {
    const known = getCACertificates('default');
    const more = getCACertificates('system').filter((certificate) => !known.includes(certificate));
    if (more.length > 0) setDefaultCACertificates([...known, ...more]);
    return more.length > 0;
  } catch {
    // A store that cannot be read is no reason not to start.
    return false;
  }
}
