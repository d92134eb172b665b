// The editor: a click into a block puts the caret there, a block is typed as it reads, what is pasted is cleaned by the server, and blocks are dragged.
(() => {
  const doc = document;
  const formOpen = () => doc.querySelector("#editor .typing form");

  // What a form says, so that leaving it can tell whether anything was typed. A form that the server refused is not saved in any case.
  const first = new WeakMap();
  const said = (form) => new URLSearchParams(new FormData(form)).toString();
  const changed = (form) => form.closest("[data-unsaved]") !== null || first.get(form) !== said(form);

  // The text area is there for those without this script; here it gives way, and what was typed goes with the form as HTML.
  const setUp = () => {
    for (const rich of doc.querySelectorAll("[data-rich][hidden]")) {
      const form = rich.closest("form");
      const area = form.querySelector("[name=text]");
      const typed = rich.querySelector("[data-typed]");
      rich.hidden = false;
      area.closest(".field").hidden = true;
      area.disabled = true;
      doc.execCommand("defaultParagraphSeparator", false, "p");
      form.addEventListener("formdata", (event) => event.formData.set("html", typed.innerHTML));
      typed.focus();
      doc.getSelection().selectAllChildren(typed);
      doc.getSelection().collapseToEnd();
    }
    const form = formOpen();
    if (form && !first.has(form)) first.set(form, said(form));
    takeOver();
  };
  doc.addEventListener("DOMContentLoaded", setUp);
  doc.addEventListener("htmx:after:settle", setUp);
  // Where the address names a block, the browser takes the focus away once more when it scrolls there; the selection stays where it was.
  window.addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => {
    if (doc.activeElement === doc.body) doc.querySelector("#editor [data-rich]:not([hidden]) [data-typed]")?.focus();
  })));

  // A click puts the caret where it was. The block can be typed in at once, and its form, which the server sends, takes over what was typed and the
  // caret. begun is the block until its form is there.
  let begun = null;
  // The form takes over in the moment in which it comes: the next key is typed into it.
  const arrival = new MutationObserver(() => {
    if (doc.getElementById(begun?.id)?.matches(".typing")) setUp();
  });
  const caretAt = (event) => {
    const at = doc.caretPositionFromPoint?.(event.clientX, event.clientY);
    if (at) return { node: at.offsetNode, offset: at.offset };
    const range = doc.caretRangeFromPoint?.(event.clientX, event.clientY);
    return range ? { node: range.startContainer, offset: range.startOffset } : null;
  };
  const offsetIn = (root) => {
    const selection = doc.getSelection();
    if (!selection.rangeCount || !root.contains(selection.anchorNode)) return null;
    const range = doc.createRange();
    range.selectNodeContents(root);
    range.setEnd(selection.anchorNode, selection.anchorOffset);
    return range.toString().length;
  };
  const putCaret = (root, offset) => {
    const texts = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let left = offset; texts.nextNode(); left -= texts.currentNode.length) {
      if (left > texts.currentNode.length) continue;
      doc.getSelection().collapse(texts.currentNode, left);
      return;
    }
  };
  const typeHere = (text, at) => {
    text.contentEditable = "true";
    text.focus({ preventScroll: true });
    if (at && text.contains(at.node)) doc.getSelection().collapse(at.node, at.offset);
    else doc.getSelection().selectAllChildren(text);
    if (!at) doc.getSelection().collapseToEnd();
  };
  const begin = (block, at) => {
    const form = formOpen();
    const moving = form && changed(form);
    if (moving && !form.reportValidity()) return;
    const text = block.querySelector(".block-text blockquote") || block.querySelector(".block-text");
    const rich = block.dataset.edit === "rich";
    begun = { id: block.id, text, rich, before: text.innerHTML, offset: null, keys: "", at: at && { words: at.node.textContent, offset: at.offset } };
    if (rich) typeHere(text, at);
    arrival.observe(doc.getElementById("editor").parentElement, { childList: true });
    const name = block.id.replace(/^block-/, "");
    if (moving) {
      const next = form.elements.next || form.appendChild(Object.assign(doc.createElement("input"), { type: "hidden", name: "next" }));
      next.value = name;
      form.requestSubmit();
      return;
    }
    const what = block.id === "head" ? "head=1" : `block=${encodeURIComponent(name)}`;
    window.htmx.ajax("GET", `${doc.getElementById("editor").dataset.path}?${what}`, { source: "#editor", target: "#editor", swap: "outerHTML" });
  };
  doc.addEventListener("click", (event) => {
    const block = event.target.closest?.(".block-text")?.closest("[data-edit]");
    if (!block || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (event.target.closest("button, summary, input, select, textarea, figure a, [contenteditable]")) return;
    if (!doc.getSelection().isCollapsed) return; // words are being selected
    event.preventDefault();
    begin(block, caretAt(event));
  });
  for (const type of ["input", "selectionchange"]) doc.addEventListener(type, () => {
    if (begun?.rich) begun.offset = offsetIn(begun.text) ?? begun.offset;
  });
  const takeOver = () => {
    const form = begun && doc.getElementById(begun.id)?.matches(".typing") && formOpen();
    if (!form) {
      if (begun && !begun.text.isConnected) begun = null;
      return;
    }
    const { text, rich, before, offset, keys, at } = begun;
    begun = null;
    arrival.disconnect();
    const preferred = form.querySelector("[autofocus]");
    form.querySelectorAll("[autofocus]").forEach((field) => { field.autofocus = false; });
    const typed = form.querySelector("[data-typed]");
    if (typed) {
      if (rich && text.innerHTML !== before) typed.innerHTML = text.innerHTML;
      if (offset !== null) putCaret(typed, offset);
      if (keys) doc.execCommand("insertText", false, keys);
      return;
    }
    const fields = [...form.querySelectorAll("input[type=text], textarea")];
    const words = at?.words.trim();
    const field = (words && fields.find((one) => one.value.includes(words))) || preferred || fields[0];
    field.focus();
    const start = words ? field.value.indexOf(words) : -1;
    const caret = start < 0 ? field.value.length : start + Math.min(Math.max(at.offset - at.words.indexOf(words), 0), words.length);
    field.setSelectionRange?.(caret, caret);
    if (keys) field.setRangeText(keys, caret, caret, "end");
  };
  // What is typed where there is no place for it yet: before the form of a table, a picture or a button is there. keypress comes once for each letter, where
  // the letter would go.
  const homeless = (event) => begun && !(begun.rich && begun.text.isConnected) && !event.ctrlKey && !event.metaKey && !event.altKey
    && (begun.rich || !event.target.closest?.("input, textarea, select") || event.target.closest(".typing")?.id === begun.id);
  doc.addEventListener("keypress", (event) => {
    if (!homeless(event) || event.key.length !== 1) return;
    begun.keys += event.key;
    event.preventDefault();
  }, true);
  doc.addEventListener("keydown", (event) => {
    if (!homeless(event)) return;
    if (event.key === "Backspace") begun.keys = begun.keys.slice(0, -1);
    event.stopPropagation();
  }, true);
  doc.addEventListener("htmx:error", () => {
    if (begun && !begun.rich) begun = null;
  });

  // Styles of the selected words. The toolbar never takes the selection away.
  let selected = null;
  doc.addEventListener("selectionchange", () => {
    const selection = doc.getSelection();
    if (selection.rangeCount && selection.anchorNode?.parentElement?.closest("[data-typed]")) selected = selection.getRangeAt(0).cloneRange();
  });
  doc.addEventListener("mousedown", (event) => {
    if (event.target.closest?.("[data-style]")) event.preventDefault();
  });
  const style = (rich, name) => {
    const address = rich.querySelector("[data-address]");
    rich.querySelector("[data-typed]").focus();
    if (selected) {
      doc.getSelection().removeAllRanges();
      doc.getSelection().addRange(selected);
    }
    if (name !== "link") doc.execCommand(name);
    else if (address.value.trim()) doc.execCommand("createLink", false, address.value.trim());
    else doc.execCommand("unlink");
    address.value = "";
  };
  doc.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-style]");
    if (button) style(button.closest("[data-rich]"), button.dataset.style);
  });
  doc.addEventListener("keydown", (event) => {
    const form = event.key === "Escape" && event.target.closest?.(".typing form");
    if (form) {
      event.preventDefault();
      if (changed(form)) form.requestSubmit();
      else form.querySelector("#cancel").click();
      return;
    }
    const rich = event.target.closest?.("[data-rich]");
    if (!rich) return;
    if (event.key === "Enter" && event.target.matches("[data-address]")) {
      event.preventDefault();
      style(rich, "link");
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      rich.closest("form").requestSubmit();
    }
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      rich.querySelector("[data-address]").focus();
    }
  });

  // What other programs put on the clipboard goes to the server, which knows what a text may hold, and comes back clean.
  doc.addEventListener("paste", async (event) => {
    const typed = event.target.closest?.("[data-typed]");
    const html = event.clipboardData?.getData("text/html");
    if (!typed && !event.target.closest?.(".block-text[contenteditable], .block-text [contenteditable]")) return;
    event.preventDefault();
    const plain = event.clipboardData.getData("text/plain");
    if (!html || !typed) {
      doc.execCommand("insertText", false, plain);
      return;
    }
    const body = new URLSearchParams({ html, _csrf: typed.closest("form").elements._csrf.value });
    let clean = "";
    try {
      const answer = await fetch(typed.closest("[data-rich]").dataset.paste, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
      if (answer.ok) clean = await answer.text();
    } catch { /* the words alone are pasted then */ }
    typed.focus();
    if (clean) doc.execCommand("insertHTML", false, clean);
    else doc.execCommand("insertText", false, plain);
  });

  // Dragging a block by its kind. Alt with the arrow keys, and the arrows beside the block, do the same without a mouse.
  let dragged = null;
  const marks = ["drop-before", "drop-after"];
  const clear = () => doc.querySelectorAll(".drop-before, .drop-after").forEach((block) => block.classList.remove(...marks));
  const below = (block, event) => {
    const box = block.getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  };
  doc.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-drag]")?.closest("[data-block]") || null;
    if (dragged) event.dataTransfer.setData("text/plain", dragged.id);
  });
  doc.addEventListener("dragover", (event) => {
    const block = dragged && event.target.closest?.("[data-block]:not(#head)");
    if (!block) return;
    event.preventDefault();
    clear();
    if (block !== dragged) block.classList.add(below(block, event) ? "drop-after" : "drop-before");
  });
  doc.addEventListener("drop", (event) => {
    const block = dragged && event.target.closest?.("[data-block]:not(#head)");
    if (!block || block === dragged) return;
    event.preventDefault();
    let next = block;
    if (below(block, event)) for (next = block.nextElementSibling; next && !next.matches("[data-block], [data-next]");) next = next.nextElementSibling;
    const button = dragged.querySelector("[formaction$='/move']");
    const { name, value } = button;
    button.name = "before";
    button.value = next ? next.dataset.next || next.id.replace(/^block-/, "") : "end";
    button.click();
    Object.assign(button, { name, value });
  });
  doc.addEventListener("dragend", () => {
    clear();
    dragged = null;
  });
})();
