// Changes what is on the page into what the server just rendered, touching only what differs: focus, scroll positions, open
// details and half-written fields stay. Elements are matched by id or data-key; [data-keep] is left alone.

const USER_OWNED = { DETAILS: ['open'], DIALOG: ['open'] };

/** Makes `current` look like `wanted`. */
export function morph(current, wanted) {
  const focused = document.activeElement;
  patch(current, wanted);
  if (focused && focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
}

function patch(current, wanted) {
  if (current.isEqualNode(wanted)) return;
  if (current.nodeType !== wanted.nodeType || current.nodeName !== wanted.nodeName) {
    current.replaceWith(wanted.cloneNode(true));
    return;
  }
  if (current.nodeType !== Node.ELEMENT_NODE) {
    if (current.nodeValue !== wanted.nodeValue) current.nodeValue = wanted.nodeValue;
    return;
  }
  if (current.hasAttribute('data-keep') && wanted.hasAttribute('data-keep')) return;
  patchAttributes(current, wanted);
  if (current.nodeName !== 'TEXTAREA' || current.value === current.defaultValue) patchChildren(current, wanted);
}

function patchAttributes(current, wanted) {
  const kept = USER_OWNED[current.nodeName] ?? [];
  for (const { name } of Array.from(current.attributes)) {
    if (!wanted.hasAttribute(name) && !kept.includes(name)) current.removeAttribute(name);
  }
  for (const { name, value } of Array.from(wanted.attributes)) {
    if (current.getAttribute(name) !== value && !kept.includes(name)) current.setAttribute(name, value);
  }
}

function keyOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.id || node.getAttribute('data-key') || null : null;
}

function patchChildren(current, wanted) {
  const keyed = new Map();
  for (const child of current.childNodes) {
    const key = keyOf(child);
    if (key) keyed.set(key, child);
  }
  let place = current.firstChild;
  for (const next of Array.from(wanted.childNodes)) {
    const match = take(next, place, keyed);
    if (!match) {
      current.insertBefore(next.cloneNode(true), place);
      continue;
    }
    if (match === place) place = place.nextSibling;
    else current.insertBefore(match, place);
    patch(match, next);
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    gone.remove();
  }
}

/** The child that becomes `next`: the one with its key, or the next of its kind that has none. */
function take(next, place, keyed) {
  const key = keyOf(next);
  if (key) {
    const match = keyed.get(key) ?? null;
    keyed.delete(key);
    return match;
  }
  for (let candidate = place; candidate; candidate = candidate.nextSibling) {
    if (keyOf(candidate)) return null;
    if (candidate.nodeType === next.nodeType && candidate.nodeName === next.nodeName) return candidate === place || isBlankRun(place, candidate) ? candidate : null;
  }
  return null;
}

/** Only white space lies between, which may be passed over. */
function isBlankRun(from, to) {
  for (let node = from; node !== to; node = node.nextSibling) {
    if (node.nodeType !== Node.TEXT_NODE || node.nodeValue.trim() !== '') return false;
  }
  return true;
}
