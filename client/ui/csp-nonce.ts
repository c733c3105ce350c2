/** The nonce of this page's answer, with which a part may add styles of its own under the policy. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
