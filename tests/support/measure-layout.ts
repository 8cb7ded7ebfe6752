/**
 * What of the page on screen is cut off, runs out of its box, lies under something else, or cannot be reached, each as one line. What
 * ends in an ellipsis or fades, and has its full text as a title, is meant to. Runs in the page, so it stands alone.
 */
export function measureLayout(): readonly string[] {
  type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  const slack = 1.5;
  const text = (element: Element): string => (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 60);
  const nameOf = (element: Element): string =>
    `<${element.tagName.toLowerCase()}> ${element.getAttribute('aria-label') ?? text(element)}`;
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
    element.closest('.sr-only, [data-base-ui-inert], [aria-hidden="true"] canvas') === null;
  // While a dialog is open, what is beneath it is not looked at.
  const modal = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].findLast(
    (dialog) => dialog.closest('[role="alert"]') === null && isSeen(dialog),
  );
  const root = modal ?? document.body;
  const boxOf = (element: Element): Box => element.getBoundingClientRect();
  const over = (inner: Box, outer: Box): number =>
    Math.max(outer.left - inner.left, inner.right - outer.right, outer.top - inner.top, inner.bottom - outer.bottom);
  const isMeant = (element: Element): boolean => element.closest('[title]') !== null;
  const found: string[] = [];

  /** The nearest box that hides what is outside it, upwards until one that scrolls. */
  const cutBy = (box: Box, from: Element): Element | null => {
    for (let at: Element | null = from; at !== null; at = at.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(at);
      const outer = boxOf(at);
      const [hidesX, hidesY] = [overflowX, overflowY].map((way) => way === 'hidden' || way === 'clip');
      const isOutX = outer.left - box.left > slack || box.right - outer.right > slack;
      const isOutY = outer.top - box.top > 3 || box.bottom - outer.bottom > 3;
      if ((hidesX === true && isOutX) || (hidesY === true && isOutY)) return at;
      if (/auto|scroll/.test(`${overflowX} ${overflowY}`) || position === 'fixed') {
        if (position !== 'fixed') return null;
        return over(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight }) > slack ? document.body : null;
      }
    }
    return null;
  };

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || (node.nodeValue ?? '').trim() === '' || !isSeen(parent) || isMeant(parent)) continue;
    // For screen readers alone.
    if (parent.clientWidth === 1 && parent.clientHeight === 1) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (line.right - line.left < 1) continue;
      const cutter = cutBy(line, parent);
      if (cutter !== null) {
        found.push(`cut: ${nameOf(parent)}`);
        break;
      }
      const control = parent.closest('button, a, [role="tab"], [role="radio"], label');
      if (control !== null && over(line, boxOf(control)) > slack) {
        found.push(`out of its box: ${nameOf(control)}`);
        break;
      }
    }
  }

  /** Whether a card or a panel lies over it: such have a button that closes them. */
  const isUnderPanel = (control: Element, hit: Element): boolean => {
    for (let at: Element | null = hit; at !== null && !at.contains(control); at = at.parentElement)
      if (
        at.matches('section, [role="dialog"], [role="alert"], [role="menu"]') &&
        at.querySelector('button, [role^="menuitem"]')
      ) {
        const around = at.closest('[role="alert"]') ?? at;
        if (/absolute|fixed/.test(getComputedStyle(around).position) || at.matches('[role="menu"]')) return true;
      }
    return false;
  };

  const controls = [
    ...root.querySelectorAll('button, a[href], input, select, textarea, [role="slider"], [role="tab"]'),
  ];
  for (const control of controls) {
    if (!isSeen(control) || control.matches(':disabled')) continue;
    const box = boxOf(control);
    if (box.right - box.left < 2 || box.bottom - box.top < 2) continue;
    control.scrollIntoView({ block: 'center', inline: 'nearest' });
    const { left, top, right, bottom } = boxOf(control);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const hit = document.elementFromPoint(x, y);
    const label = control.closest('label');
    const isHit = hit !== null && (control.contains(hit) || hit.contains(control) || label?.contains(hit) === true);
    if (isHit || (hit !== null && isUnderPanel(control, hit))) continue;
    found.push(`${hit === null ? 'outside the window' : `under ${nameOf(hit)}`}: ${nameOf(control)}`);
  }
  return [...new Set(found)];
}
