// Keeps a list on the screen equal to a list of items: what has not changed keeps its node, with all that was typed there.

/**
 * Items have a `key` and a `stamp`; a child is drawn anew only when the stamp of its item has changed.
 * A drawn node may carry `surface`, whose fields hand on what was typed and not yet sent.
 */
export function keep(parent, items, draw) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const focused = document.activeElement;
  let refocus = null;
  const wanted = items.map((item) => {
    const found = old.get(item.key);
    if (found && found.stamp === item.stamp) return found;
    const drawn = draw(item);
    drawn.dataset.key = item.key;
    drawn.stamp = item.stamp;
    if (found) carry(found, drawn);
    if (found?.contains(focused)) refocus = () => focusLike(drawn, found, focused);
    return drawn;
  });
  const staying = new Set(wanted);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  wanted.forEach((child, place) => {
    if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
  });
  refocus?.();
}

/** What was typed goes from an old drawing into the new one of the same thing. */
export function carry(found, drawn) {
  for (const [spot, { field }] of found.surface?.fields ?? []) {
    const next = drawn.surface?.fields.get(spot)?.field;
    if (!next || !field.dirty) continue;
    next.write(field.read());
    next.dirty = true;
  }
}

const USABLE = "button, input, select, summary, textarea, a, [tabindex]";

/** Focus goes to the element at the same spot, or named as the focused one was, and the caret to where it stood. */
export function focusLike(drawn, found, focused) {
  const name = (each) => each.dataset.spot ?? `${each.tagName} ${each.getAttribute("aria-label") ?? each.textContent}`;
  const named = (place) => [place, ...place.querySelectorAll(USABLE)].filter((each) => name(each) === name(focused));
  const same = named(drawn)[named(found).indexOf(focused)] ?? (drawn.matches("[tabindex]") ? drawn : null);
  same?.focus({ preventScroll: true });
  if (same && "selectionStart" in focused && focused.selectionStart !== null && same.setSelectionRange) {
    same.setSelectionRange(focused.selectionStart, focused.selectionEnd);
  }
}
