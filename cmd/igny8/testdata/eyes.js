// How the visitor of the browser tests sees a page: by its words. Wrapped into a function with every question, so that
// nothing of it stays on the page.
const words = (text) => (text || "").replace(/\s+/g, " ").trim();

const name = (element) => {
  const said = element.getAttribute("aria-label");
  if (said) return words(said);
  if (!element.labels?.length) return words(element.innerText || element.textContent);
  const label = element.labels[0].cloneNode(true);
  label.querySelectorAll(".optional").forEach((extra) => extra.remove());
  return words(label.textContent);
};

const kinds = {
  control: "button, a[href], summary, input[type=submit]",
  field: "input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), textarea, [contenteditable=true]",
  box: "input[type=checkbox], input[type=radio], option",
  file: "input[type=file]",
};

// A box that is drawn by its label is hit on its label.
const face = (element) => (element.matches("input[type=radio], input[type=checkbox]") && element.labels.length ? element.labels[0] : element);

const visible = (element) => {
  const box = face(element).getBoundingClientRect();
  return element.matches("[type=file]") || (face(element).checkVisibility({ visibilityProperty: true }) && box.width > 2 && box.height > 2);
};

// What has the exact name comes before what only begins so, and the main part of the page before what is around it.
const find = (kind, wanted) => {
  const root = document.querySelector("dialog:modal") || document;
  const inMain = (element) => (element.closest("main") ? 0 : 1);
  const all = [...root.querySelectorAll(kinds[kind])].filter(visible).sort((a, b) => inMain(a) - inMain(b));
  return all.find((element) => name(element) === wanted) || all.find((element) => name(element).startsWith(wanted));
};

const reach = (kind, wanted) => {
  const element = find(kind, wanted);
  if (!element) return { Why: `nothing is called "${wanted}"` };
  if (element.disabled) return { Why: `"${wanted}" cannot be used` };
  const target = face(element);
  target.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const box = target.getClientRects()[0];
  const at = { X: box.x + box.width / 2, Y: box.y + box.height / 2 };
  const hit = document.elementFromPoint(at.X, at.Y);
  if (!target.contains(hit)) return { Why: `"${wanted}" is covered by ${hit?.outerHTML.slice(0, 200)}` };
  return { Yes: true, ...at };
};

const exists = (kind, wanted) => ({ Yes: !!find(kind, wanted), Why: `nothing is called "${wanted}"` });

// The field has the focus, and what stands in it is selected, so that typing replaces it.
const selectAll = (field) => (field?.isContentEditable ? getSelection().selectAllChildren(field) : field?.select?.());
const ready = (wanted) => {
  const field = find("field", wanted);
  selectAll(field);
  return { Yes: !!field && document.activeElement === field, Why: document.activeElement?.outerHTML.slice(0, 200) };
};

const leave = () => (window.left = true);

const text = () => words((document.querySelector("dialog:modal") || document.querySelector("main") || document.body)?.innerText);

const shows = (wanted) => ({ Yes: text().includes(wanted), Why: "" });

const stage = (wanted) => {
  const all = words(document.querySelector("nav[aria-label=Stages]").textContent);
  return { Yes: all.includes(wanted), Why: `the stages are ${all}` };
};

const another = () => !window.left && document.readyState === "complete";

const arrived = (heading) => ({
  Yes: another() && [...document.querySelectorAll("h1")].some((h1) => words(h1.innerText) === heading),
  Why: window.left ? "the page was not left" : "it is another one",
});

// somewhere is true on any page but the one that was left.
const somewhere = () => ({ Yes: another() && document.readyState === "complete", Why: "the page is not there yet" });

const opened = (wanted) => ({ Yes: another() && text().includes(wanted), Why: window.left ? "the page was not left" : "it says something else" });

const top = () => {
  window.scrollTo({ top: 0, behavior: "instant" });
  return true;
};

// The width is the screen's: a phone widens its window to what is too wide.
const overflow = (width) => {
  const page = document.documentElement;
  if (page.scrollWidth <= width) return "";
  const widest = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > width + 1).slice(-3);
  return `${page.scrollWidth} > ${width}: ${widest.map((e) => e.outerHTML.slice(0, 160)).join(" | ")}`;
};

// What stands beside a word in a list of facts.
const fact = (wanted) => words([...document.querySelectorAll("dt")].find((dt) => words(dt.innerText) === wanted)?.nextElementSibling?.innerText);

// A preview is sandboxed: nothing runs in it, and so does axe not.
const scripts = () => window.origin !== "null";

const address = () => location.href;

const href = (wanted) => find("control", wanted)?.href;

// The first link whose address has the part.
const link = (part) => document.querySelector(`main a[href*="${part}"]`)?.href;

// All addresses of links that have the part, each once.
const links = (part) => [...new Set([...document.querySelectorAll(`main a[href*="${part}"]`)].map((a) => a.href))];

// Where the first element of the selector can be hit.
const spot = (selector) => {
  const element = document.querySelector(selector);
  if (!element) return { Why: "it is not there" };
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const box = element.getClientRects()[0];
  return { Yes: true, X: box.x + box.width / 2, Y: box.y + box.height / 2 };
};

const idOf = (selector) => document.querySelector(selector)?.id;

const textOf = (selector) => words(document.querySelector(selector)?.innerText);

// A toast lies over the page, not in it.
const toasts = (wanted) => ({ Yes: words(document.getElementById("toasts")?.innerText).includes(wanted), Why: words(document.getElementById("toasts")?.innerText) });

const countOf = (selector) => document.querySelectorAll(selector).length;

const selected = () => {
  selectAll(document.activeElement);
  return { Yes: getSelection().toString() !== "", Why: document.activeElement?.outerHTML.slice(0, 200) };
};

const missing = (selector) => ({ Yes: !document.querySelector(selector), Why: "it is there" });

const focus = () => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const inView = box.top >= 0 && box.left >= 0 && box.bottom <= window.innerHeight && box.width > 0;
  const style = getComputedStyle(element);
  const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
  return `${name(element)}: ${inView ? "in view" : "out of view"}, ${marked ? "marked" : "not marked"}`;
};

const focused = (selector) => ({ Yes: document.activeElement?.matches(selector) || false, Why: document.activeElement?.outerHTML.slice(0, 200) });

const seen = () => `${location.href}
headings: ${[...document.querySelectorAll("h1, h2")].map((h) => words(h.innerText)).join(" | ")}
notices: ${[...document.querySelectorAll(".notice, #toasts, .error")].map((n) => words(n.innerText)).join(" | ")}
controls: ${[...document.querySelectorAll("main button, main a[href], main summary")].filter(visible).map(name).join(" | ")}
fields: ${["field", "box"].flatMap((kind) => [...document.querySelectorAll(kinds[kind])].filter(visible).map(name)).join(" | ")}`;
