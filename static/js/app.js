// What attributes alone cannot do. Every page works without it. Events are heard on the document, so that content that
// htmx brings later needs no set-up; setUp() sees to the few things that need one.
(() => {
  const doc = document;
  const all = (selector, root = doc) => [...root.querySelectorAll(selector)];
  const on = (type, selector, handle) => doc.addEventListener(type, (event) => {
    const element = event.target.closest?.(selector);
    if (element) handle(element, event);
  });

  // Theme: system, light, dark, in turn.
  const themes = ["system", "light", "dark"];
  const currentTheme = () => doc.documentElement.dataset.theme || "system";
  const nameTheme = () => all("[data-theme-toggle] [data-theme-name]").forEach((name) => {
    name.textContent = { system: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" }[currentTheme()];
  });
  on("click", "[data-theme-toggle]", () => {
    const next = themes[(themes.indexOf(currentTheme()) + 1) % themes.length];
    if (next === "system") delete doc.documentElement.dataset.theme;
    else doc.documentElement.dataset.theme = next;
    try {
      localStorage.setItem("theme", next);
    } catch {
      // storage is refused: the choice lasts as long as the page
    }
    nameTheme();
  });

  // Dialogs: a link with data-opens goes to a page without JavaScript and opens a dialog with it. Browsers without
  // invoker commands get them here.
  on("click", "a[data-opens]", (link, event) => {
    const dialog = doc.getElementById(link.dataset.opens);
    if (!dialog?.showModal || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    dialog.showModal();
  });
  // Unfolding: a link with data-unfolds goes to a page; with JavaScript what is there takes the place of the row.
  on("click", "a[data-unfolds]", async (link, event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !window.htmx) return;
    event.preventDefault();
    const { pathname } = link;
    await window.htmx.ajax("GET", link.href, { source: link, target: link.closest("tbody"), swap: "outerHTML" });
    all("a[data-unfolds]").find((other) => other.pathname === pathname)?.focus();
  });
  if (!("commandForElement" in HTMLButtonElement.prototype)) {
    on("click", "button[commandfor]", (button) => {
      const dialog = doc.getElementById(button.getAttribute("commandfor"));
      if (button.getAttribute("command") === "show-modal") dialog?.showModal();
      else dialog?.close();
    });
  }
  on("click", "dialog", (dialog, event) => {
    if (event.target !== dialog) return;
    const box = dialog.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) dialog.close();
  });

  // Questions before something is sent: one dialog of the page asks them all, for plain forms and for htmx alike.
  const ask = (question, verb, danger) => new Promise((resolve) => {
    const dialog = doc.getElementById("confirm");
    if (!dialog) {
      resolve(window.confirm(question));
      return;
    }
    dialog.querySelector("[data-confirm-text]").textContent = question;
    const yes = dialog.querySelector("[data-confirm-yes]");
    yes.querySelector("span").textContent = verb || "Yes, go on";
    yes.classList.toggle("danger", danger);
    yes.classList.toggle("primary", !danger);
    dialog.returnValue = "";
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    dialog.showModal();
  });
  const answered = new WeakSet();
  doc.addEventListener("submit", (event) => {
    const button = event.submitter;
    const question = button?.dataset.confirm || event.target.dataset.confirm;
    if (!question || answered.delete(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(question, button?.textContent.trim() || button?.getAttribute("aria-label"), button?.matches(".danger") || false).then((yes) => {
      if (!yes) return;
      answered.add(event.target);
      event.target.requestSubmit(button);
    });
  }, true);
  doc.addEventListener("htmx:confirm", (event) => {
    const { ctx, issueRequest, dropRequest } = event.detail;
    if (!ctx.confirm) return;
    event.preventDefault();
    ask(ctx.confirm, ctx.sourceElement.textContent.trim(), ctx.sourceElement.matches(".danger")).then((yes) => (yes ? issueRequest() : dropRequest()));
  });

  // A form that is on its way cannot be sent a second time by a double click. Coming back to the page frees it.
  const sent = new Set();
  doc.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (sent.has(form)) event.preventDefault();
    sent.add(form);
  });
  window.addEventListener("pageshow", () => sent.clear());

  // Toasts: HX-Trigger: {"toast": {"text": "...", "kind": "good", "undo": "/where/it/is/undone"}}. Only the last thing done can be undone, so a new toast
  // takes the place of the one before.
  const toast = ({ text, value, kind, undo } = {}) => {
    const template = doc.getElementById("toast");
    const list = doc.getElementById("toasts");
    if (!template || !list || !(text || value)) return;
    const node = template.content.firstElementChild.cloneNode(true);
    node.querySelector("p").textContent = text || value;
    if (kind) node.classList.add(kind);
    const button = node.querySelector("[data-undo]");
    if (undo) {
      button.hidden = false;
      button.setAttribute("hx-post", undo);
    } else {
      button.remove();
    }
    list.replaceChildren(node);
    if (undo) window.htmx.process(node);
    watchToast(node, undo ? 30000 : 8000);
  };
  const watchToast = (node, stays) => {
    let timer;
    const stay = () => clearTimeout(timer);
    const go = () => { timer = setTimeout(() => node.remove(), stays); };
    for (const type of ["mouseenter", "focusin"]) node.addEventListener(type, stay);
    for (const type of ["mouseleave", "focusout"]) node.addEventListener(type, go);
    go();
  };
  doc.addEventListener("toast", (event) => toast(event.detail || {}));
  on("click", "[data-toast-close]", (button) => button.closest(".toast").remove());
  doc.addEventListener("htmx:error", (event) => {
    if (event.detail?.ctx?.sourceElement?.matches("[hx-trigger^='every']")) return;
    toast({ text: "The server could not be reached. Nothing was lost; try again in a moment.", kind: "bad" });
  });

  // What was said about the last action goes when the next one begins.
  doc.addEventListener("htmx:before:request", (event) => {
    if (!event.detail?.ctx?.sourceElement?.matches("[hx-trigger^='every']")) doc.getElementById("notices")?.replaceChildren();
  });

  // Selection: boxes of rows, the box of the page, the bar that counts.
  const rowsOf = (id) => all(`[data-select="${CSS.escape(id)}"]`);
  const count = (id) => {
    const bar = doc.getElementById(id);
    if (!bar) return;
    const rows = rowsOf(id);
    const chosen = rows.filter((box) => box.checked).length;
    const everything = bar.querySelector("[data-bulk-all] input");
    const full = chosen > 0 && chosen === rows.length;
    if (everything && !full) everything.checked = false;
    bar.classList.toggle("any", chosen > 0);
    const label = bar.querySelector("[data-bulk-all]");
    if (label) label.hidden = !full;
    const noun = chosen === 1 ? bar.dataset.one : bar.dataset.many;
    bar.querySelector("[data-bulk-count]").textContent = everything?.checked
      ? `${label.querySelector("span").textContent.replace(" that match", "")} selected`
      : `${chosen.toLocaleString("en")} ${noun} selected`;
    for (const box of all(`[data-select-page="${CSS.escape(id)}"]`)) {
      box.checked = full;
      box.indeterminate = chosen > 0 && !full;
    }
  };
  let lastBox = null;
  on("click", "[data-select]", (box, event) => {
    const rows = rowsOf(box.dataset.select);
    const [from, to] = [rows.indexOf(lastBox), rows.indexOf(box)].sort((a, b) => a - b);
    if (event.shiftKey && from >= 0) rows.slice(from, to + 1).forEach((row) => { row.checked = box.checked; });
    lastBox = box;
    count(box.dataset.select);
  });
  on("change", "[data-select-page]", (box) => {
    rowsOf(box.dataset.selectPage).forEach((row) => { row.checked = box.checked; });
    count(box.dataset.selectPage);
  });
  on("change", "[data-bulk-all] input", (box) => count(box.form.id));
  on("reset", "[data-bulk]", (bar) => setTimeout(() => count(bar.id)));

  // Fields that send their form, files that name themselves, values edited where they stand.
  on("change", "[data-autosubmit]", (field) => field.form?.requestSubmit());
  const nameFiles = (input) => {
    const names = input.closest("[data-drop]").querySelector("[data-drop-names]");
    const size = (n) => (n < 1e6 ? `${Math.max(1, Math.round(n / 1e3))} KB` : `${(n / 1e6).toFixed(1)} MB`);
    names.textContent = [...input.files].map((file) => `${file.name} (${size(file.size)})`).join(", ");
  };
  on("change", "[data-drop] input", nameFiles);
  for (const type of ["dragenter", "dragover"]) on(type, "[data-drop]", (zone) => zone.classList.add("over"));
  for (const type of ["dragleave", "drop"]) on(type, "[data-drop]", (zone) => zone.classList.remove("over"));
  on("keydown", "[data-inline-edit]", (input, event) => {
    if (event.key !== "Escape") return;
    input.value = input.defaultValue;
    input.blur();
  });

  // Menus close when one clicks or tabs elsewhere, and on Escape with the focus back on their button.
  const closeMenus = (except) => all("details[data-menu][open]").forEach((menu) => {
    if (!menu.contains(except)) menu.open = false;
  });
  doc.addEventListener("click", (event) => closeMenus(event.target));
  doc.addEventListener("focusin", (event) => closeMenus(event.target));

  // Keys. A letter alone moves the focus and no more. A block is chosen when the keyboard brought the focus to it; what decides, removes or asks the AI
  // takes Alt there and presses the button that says data-key. After a click letters are text, or nothing.
  let byKeyboard = false;
  let chosen = "";
  let lastBlock = "";
  doc.addEventListener("keydown", () => { byKeyboard = true; }, true);
  doc.addEventListener("pointerdown", () => {
    byKeyboard = false;
    chosen = "";
  }, true);
  const chosenBlock = () => {
    const block = doc.activeElement?.closest("[data-block]");
    return block && block.id === chosen ? block : null;
  };
  // Tab comes to one block, the last one, and the arrow keys go on from there.
  const tabTo = (block) => {
    all("[data-block][tabindex='0']").forEach((other) => { other.tabIndex = -1; });
    if (block) block.tabIndex = 0;
  };
  on("focusin", "[data-block][id]", (block) => {
    lastBlock = block.id;
    chosen = byKeyboard ? block.id : "";
    tabTo(block);
  });
  const toLastBlock = () => {
    const block = doc.getElementById(lastBlock);
    block?.focus();
    block?.scrollIntoView({ block: "nearest" });
  };
  const move = (step) => {
    const blocks = all("[data-block]");
    if (!blocks.length) return false;
    const at = blocks.indexOf(doc.activeElement?.closest("[data-block]") || doc.getElementById(lastBlock));
    const next = blocks[Math.min(Math.max(at + step, 0), blocks.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  };
  const keyName = (event) => {
    const letter = /^[a-z]$/i.test(event.key) ? event.key : /^Key([A-Z])$/.exec(event.code)?.[1];
    return letter ? letter.toLowerCase() : event.key;
  };
  const press = (button, event) => {
    if (!button) return;
    event.preventDefault();
    button.click();
  };
  doc.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const menu = doc.activeElement?.closest("details[data-menu][open]");
      if (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches?.("form[method=post] textarea")) {
      event.preventDefault();
      event.target.form.requestSubmit();
      return;
    }
    if (event.key === "Escape" && event.target.closest?.("#panel")) toLastBlock();
    if (event.defaultPrevented || event.target.closest?.("input, textarea, select, [contenteditable], dialog[open]")) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === "z" && !event.altKey && !event.shiftKey) press(doc.querySelector("[data-undo]"), event);
      return;
    }
    const block = chosenBlock();
    if (event.altKey) {
      const wanted = `[data-key="${CSS.escape(keyName(event))}"]`;
      if (block) press(block.querySelector(wanted) || all(wanted).find((other) => !other.closest("[data-block]")), event);
      return;
    }
    if (event.key === "?") press(doc.querySelector("[data-key='?']"), event);
    if (event.key === "/") {
      const search = doc.querySelector("input[type=search]");
      if (!search) return;
      event.preventDefault();
      search.focus();
    }
    if (block && doc.activeElement === block && event.key === "Enter") press(block.querySelector("[data-key='Enter']"), event);
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const letter = { j: 1, k: -1 }[event.key];
    const free = !doc.activeElement || doc.activeElement === doc.body;
    if ((arrow && block && move(arrow)) || (letter && (block || free) && move(letter))) event.preventDefault();
  });

  // Focus is never lost in a swap: when the focused element is gone, its nearest surviving ancestor with an id takes over.
  // The block that the person is at stays where it is in the window, also when the answer shows fewer blocks above it.
  let focused = null;
  let homes = [];
  let stays = null;
  const topOf = (id) => doc.getElementById(id)?.getBoundingClientRect().top;
  doc.addEventListener("htmx:before:swap", () => {
    focused = doc.activeElement;
    stays = { id: lastBlock, top: topOf(lastBlock) };
    homes = [];
    for (let element = focused; element; element = element.parentElement) if (element.id) homes.push(element.id);
    if (homes.includes("editor")) homes.splice(homes.indexOf("editor"), 0, lastBlock);
  });
  const keepPlace = () => {
    const top = topOf(stays?.id);
    if (top !== undefined && stays.top !== undefined) scrollBy({ top: top - stays.top, behavior: "instant" });
    stays = null;
  };
  const keepFocus = () => {
    if (!focused || focused.isConnected || (doc.activeElement && doc.activeElement !== doc.body)) return;
    const home = homes.map((id) => doc.getElementById(id)).find(Boolean);
    if (!home) return;
    if (home.tabIndex < 0) home.tabIndex = -1;
    home.focus({ preventScroll: true });
  };

  // Suggestions appear in the text when their run has ended, unless something is being typed there.
  doc.addEventListener("run-ended", () => {
    if (doc.querySelector("#editor .typing")) return;
    const ready = doc.getElementById("suggestions-ready");
    ready?.click();
    ready?.remove();
    if (!doc.activeElement?.matches("input, textarea, select, [contenteditable]")) toLastBlock();
  });

  const setUp = () => {
    nameTheme();
    if (!doc.querySelector("[data-block][tabindex='0']")) tabTo(doc.getElementById(lastBlock) || doc.querySelector("[data-block]"));
    all("[data-bulk]").forEach((bar) => count(bar.id));
    all("dialog[data-open]:not([open])").forEach((dialog) => {
      dialog.removeAttribute("data-open");
      dialog.showModal();
    });
    const problem = doc.querySelector("[data-focus]");
    if (problem) {
      problem.removeAttribute("data-focus");
      problem.focus();
    }
  };
  doc.addEventListener("DOMContentLoaded", setUp);
  doc.addEventListener("htmx:after:settle", () => {
    setUp();
    keepFocus();
    keepPlace();
  });
})();
