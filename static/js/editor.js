// The editor: a block is typed as it reads, what is pasted is cleaned by the server, and blocks are dragged to another place.
(() => {
  const doc = document;

  // The text area is there for those without this script; here it gives way, and what was typed goes with the form as HTML.
  const setUp = () => {
    for (const rich of doc.querySelectorAll("[data-rich][hidden]")) {
      const form = rich.closest("form");
      const area = form.querySelector("textarea[name=text]");
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
  };
  doc.addEventListener("DOMContentLoaded", setUp);
  doc.addEventListener("htmx:after:settle", setUp);

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
    if (!typed) return;
    event.preventDefault();
    const plain = event.clipboardData.getData("text/plain");
    if (!html) {
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

  // Dragging a block by its kind. The keys u and d, and the arrows, do the same without a mouse.
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
    if (below(block, event)) for (next = block.nextElementSibling; next && !next.matches("[data-block]");) next = next.nextElementSibling;
    const button = dragged.querySelector("[formaction$='/move']");
    const { name, value } = button;
    button.name = "before";
    button.value = next ? next.id.replace(/^block-/, "") : "end";
    button.click();
    Object.assign(button, { name, value });
  });
  doc.addEventListener("dragend", () => {
    clear();
    dragged = null;
  });
})();
