/** Least height and width of a control, in CSS pixels, that must be in sight once one has scrolled to it. */
export const leastInSight = 24;

/**
 * What of the page on screen is cut off, runs out of its box, lies over or under something else, scrolls sideways or cannot be reached,
 * each as one line. What ends in an ellipsis or fades, and has its full text as a title, is meant to. Runs in the page, so it stands alone.
 */
export function measureLayout(least: number): readonly string[] {
  type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  type Line = { readonly box: Box; readonly parent: Element };
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
  const screen: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const over = (inner: Box, outer: Box): number =>
    Math.max(outer.left - inner.left, inner.right - outer.right, outer.top - inner.top, inner.bottom - outer.bottom);
  const meet = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  });
  const scrolls = ({ overflowX, overflowY }: CSSStyleDeclaration): boolean =>
    /auto|scroll/.test(`${overflowX} ${overflowY}`);
  const found = new Set<string>();

  /** The nearest box that hides what is outside it, upwards until one that scrolls, then the window. */
  const cutBy = (box: Box, from: Element): Element | null => {
    for (let at: Element | null = from; at !== null && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const outer = boxOf(at);
      const [hidesX, hidesY] = [style.overflowX, style.overflowY].map((way) => way === 'hidden' || way === 'clip');
      const isOutX = outer.left - box.left > slack || box.right - outer.right > slack;
      const isOutY = outer.top - box.top > 3 || box.bottom - outer.bottom > 3;
      if ((hidesX === true && isOutX) || (hidesY === true && isOutY)) return at;
      if (scrolls(style)) return null;
      if (style.position === 'fixed') break;
    }
    return over(box, screen) > slack ? document.body : null;
  };

  /** Whether it ends as told: in an ellipsis, or faded, with the whole text as a title. */
  const isMeant = (parent: Element, cutter: Element): boolean => {
    const style = getComputedStyle(cutter);
    const ends = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none' || style.maskImage !== 'none';
    return (ends || cutter.matches('.fade-when-cut')) && parent.closest('[title]') !== null;
  };

  const lines: Line[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || (node.nodeValue ?? '').trim() === '' || !isSeen(parent)) continue;
    // For screen readers alone.
    if (parent.clientWidth === 1 && parent.clientHeight === 1) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const control = parent.closest('button, a, [role="tab"], [role="radio"], label');
    for (const box of range.getClientRects()) {
      if (box.right - box.left < 1) continue;
      lines.push({ box, parent });
      const cutter = cutBy(box, parent);
      if (cutter !== null && !isMeant(parent, cutter)) found.add(`cut: ${nameOf(parent)}`);
      else if (cutter === null && control !== null && over(box, boxOf(control)) > slack)
        found.add(`out of its box: ${nameOf(control)}`);
    }
  }

  /** What of a box can be seen, where one has scrolled to now. */
  const inSight = (box: Box, from: Element): Box => {
    let rest = meet(box, screen);
    for (let at: Element | null = from; at !== null && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (`${style.overflowX}${style.overflowY}` !== 'visiblevisible') rest = meet(rest, boxOf(at));
      if (style.position === 'fixed') break;
    }
    return rest;
  };

  /** Whether it is of an opaque panel that was laid over what is beneath, such as a menu. */
  const isCovering = (top: Element, beneath: Element): boolean => {
    let [isOpaque, isOver] = [false, false];
    for (let at: Element | null = top; at !== null && !at.contains(beneath); at = at.parentElement) {
      const { backgroundColor, position } = getComputedStyle(at);
      const alpha = /(?:rgba\(.*,|\/) *([\d.]+)\)$/.exec(backgroundColor)?.[1] ?? '1';
      isOpaque ||= Number(alpha) > 0.8;
      isOver ||= /absolute|fixed|sticky/.test(position);
    }
    return isOpaque && isOver;
  };

  const shown = lines
    .map(({ box, parent }) => ({ parent, box: inSight(box, parent) }))
    .filter(({ box }) => box.right - box.left > 2 && box.bottom - box.top > 2)
    .sort((one, other) => one.box.top - other.box.top);
  for (const [index, upper] of shown.entries())
    for (let next = index + 1; next < shown.length; next += 1) {
      const lower = shown[next];
      if (lower === undefined || lower.box.top > upper.box.bottom - 4) break;
      const both = meet(upper.box, lower.box);
      if (lower.parent === upper.parent || both.right - both.left <= 2 || both.bottom - both.top <= 4) continue;
      const hit = document.elementFromPoint((both.left + both.right) / 2, (both.top + both.bottom) / 2);
      const isBeneath = (one: Line, other: Line): boolean =>
        hit !== null && one.parent.contains(hit) && isCovering(hit, other.parent);
      const isUnderThird =
        hit !== null && !hit.contains(upper.parent) && !hit.contains(lower.parent) && isCovering(hit, upper.parent);
      if (isBeneath(upper, lower) || isBeneath(lower, upper) || isUnderThird) continue;
      found.add(`over each other: ${nameOf(upper.parent)} and ${nameOf(lower.parent)}`);
    }

  const { scrollWidth, scrollHeight } = document.documentElement;
  if (scrollWidth > innerWidth || scrollHeight > innerHeight) found.add('the window scrolls');
  for (const box of root.querySelectorAll('.overflow-auto, .overflow-y-auto'))
    if (isSeen(box) && box.scrollWidth > box.clientWidth + 1 && !box.matches('.overflow-x-auto, textarea'))
      found.add(`scrolls sideways: ${nameOf(box)}`);

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

  /** How far from its middle a control of this extent must still be in sight. */
  const reach = (extent: number): number => Math.max(0, Math.min(extent, least) / 2 - slack);
  const selector = 'button, a[href], input, select, textarea, label:has(input), [role="slider"], [role="tab"]';
  const controls = [...root.querySelectorAll(selector)];
  for (const control of controls) {
    if (!isSeen(control) || control.matches(':disabled')) continue;
    const size = boxOf(control);
    if (size.right - size.left < 2 || size.bottom - size.top < 2) continue;
    control.scrollIntoView({ block: 'center', inline: 'nearest' });
    const box = boxOf(control);
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const [far, deep] = [reach(box.right - box.left), reach(box.bottom - box.top)];
    const rest = inSight(box, control);
    const isSlit = (seen: number, extent: number): boolean => seen < Math.min(extent, least) - slack;
    if (isSlit(rest.right - rest.left, box.right - box.left) || isSlit(rest.bottom - rest.top, box.bottom - box.top)) {
      found.add(`out of sight: ${nameOf(control)}`);
      continue;
    }
    const label = control.closest('label');
    const isHit = (hit: Element | null): boolean =>
      hit !== null && (control.contains(hit) || hit.contains(control) || label?.contains(hit) === true);
    const points = [
      [x, y],
      [x, y - deep],
      [x, y + deep],
      [x - far, y],
      [x + far, y],
    ] as const;
    for (const [left, top] of points) {
      const hit = document.elementFromPoint(left, top);
      if (isHit(hit) || (hit !== null && isUnderPanel(control, hit))) continue;
      found.add(`${hit === null ? 'outside the window' : `under ${nameOf(hit)}`}: ${nameOf(control)}`);
      break;
    }
  }
  return [...found];
}
