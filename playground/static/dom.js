// Builds elements. Words only ever become text nodes: nothing that a person typed is read as HTML.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    } else if (name === "value") {
      element.value = value;
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

let last = 0;

/** An id for a label and the field that it names. */
export function fresh(word) {
  last += 1;
  return `${word}-${last}`;
}

const USABLE = "button, input, select, summary, textarea";

/** Keeps one child for each item, in order; a child is made anew only when its item has changed, and keeps the focus. */
export function keep(parent, items, key, draw) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const focused = document.activeElement;
  let refocus = () => {};
  const wanted = items.map((item) => {
    const name = key(item);
    const written = JSON.stringify(item);
    const found = old.get(name);
    if (found && found.written === written) return found;
    const drawn = draw(item);
    drawn.dataset.key = name;
    drawn.written = written;
    if (found?.contains(focused)) refocus = () => focusLike(drawn, found, focused);
    return drawn;
  });
  for (const child of [...parent.children]) if (!wanted.includes(child)) child.remove();
  wanted.forEach((child, place) => {
    if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
  });
  setTimeout(refocus);
}

/** Focus goes to the element that is named as the focused one was, and the caret to where it stood. */
function focusLike(drawn, found, focused) {
  const name = (each) => `${each.tagName} ${each.getAttribute("aria-label") ?? each.textContent}`;
  const named = (place) => [...place.querySelectorAll(USABLE)].filter((each) => name(each) === name(focused));
  const same = named(drawn)[named(found).indexOf(focused)];
  same?.focus();
  if (same && "selectionStart" in focused && focused.selectionStart !== null) {
    same.setSelectionRange(focused.selectionStart, focused.selectionEnd);
  }
}
