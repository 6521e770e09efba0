// The admin's search fields replace a labelled select by boxes without a name; give them its name.
function nameBoxes() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    const container = select.nextElementSibling;
    if (!label || !container) continue;
    const name = label.textContent.replace(/:\s*$/, "").trim();
    const boxes = "[role=combobox], [role=textbox], .select2-search__field";
    for (const box of container.querySelectorAll(boxes)) {
      box.setAttribute("aria-label", name);
      for (const tie of ["aria-describedby", "aria-invalid"])
        if (select.hasAttribute(tie)) box.setAttribute(tie, select.getAttribute(tie));
    }
    // A button inside the list that is no entry of it; each entry can be taken out by itself.
    for (const button of container.querySelectorAll("ul > .select2-selection__clear")) button.remove();
  }
}
// Django numbers the ids of a row that is added, or moves up, and leaves what points at them.
function tieRows() {
  for (const row of document.querySelectorAll(".inline-related[id]")) {
    const [, prefix, number] = row.id.match(/^(.+)-(\d+)$/) || [];
    if (!number) continue;
    const old = new RegExp(`(?<=(^|\\s)(id_)?${prefix}-)(\\d+|__prefix__)(?=-)`, "g");
    for (const tie of ["aria-labelledby", "aria-describedby"])
      for (const element of [row, ...row.querySelectorAll(`[${tie}]`)])
        if (element.hasAttribute(tie))
          element.setAttribute(tie, element.getAttribute(tie).replace(old, number));
  }
}
document.addEventListener("formset:added", tieRows);
document.addEventListener("formset:removed", () => setTimeout(tieRows));
// The boxes come when Django's own script has run, and with every row that is added.
new MutationObserver(nameBoxes).observe(document.body, { childList: true, subtree: true });
nameBoxes();
