/** Parameters that sign an address for a while (S3, Google, CloudFront, Aliyun, Tencent) and say nothing of its content. */
const signature =
  /^(?:x-(?:amz|goog|oss)-.*|(?:aws|oss|google)?accesskeyid|googleaccessid|expires|signature|key-pair-id|policy|security-token|auth_key|q-(?:sign.*|ak|key-time|header-list|url-param-list))$/i;

/** Azure's are too short to be told from others, unless they come with its `sig`. */
const azure = ['sig', 'se', 'sp', 'sr', 'st', 'sv', 'spr', 'skoid', 'sktid', 'skt', 'ske', 'sks', 'skv'];

/** What stays the same of a clip's address when it is signed anew. An address that is none is its own key. */
export function cacheKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  const names = [...url.searchParams.keys()].filter((name) => signature.test(name));
  for (const name of url.searchParams.has('sig') ? [...names, ...azure] : names) url.searchParams.delete(name);
  return url.href;
}
