// Builds elements. Words only ever become text nodes: nothing that a person typed is read as HTML.

export function make(tag, attributes = {}, ...children) {
  return furnished(document.createElement(tag), attributes, children);
}

/** The same for drawings, whose elements live in another namespace. */
export function draw(tag, attributes = {}, ...children) {
  return furnished(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function furnished(element, attributes, children) {
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
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function button(words, press, attributes = {}) {
  return make("button", { type: "button", ...attributes, on: { click: press, ...attributes.on } }, words);
}

/** Words for ears only. */
export function heard(words) {
  return make("span", { class: "heard" }, words);
}

export const at = (id) => document.getElementById(id);

let last = 0;

/** An id for a label and the field that it names. */
export function fresh(word) {
  last += 1;
  return `${word}-${last}`;
}

/** Puts a popover under what it belongs to, or above where there is no room below. */
export function beside(popover, anchor) {
  const place = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const left = Math.max(8, Math.min(place.left, innerWidth - width - 8));
  const below = place.bottom + 4;
  const above = Math.max(8, place.top - height - 4);
  popover.style.left = `${left}px`;
  popover.style.top = `${below + height < innerHeight - 8 || above === 8 ? Math.min(below, Math.max(8, innerHeight - height - 8)) : above}px`;
}
