// The admin's search fields replace a labelled select by boxes without a name; give them its name.
function nameBoxes() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    const container = select.nextElementSibling;
    if (!label || !container) continue;
    const name = label.textContent.replace(/:\s*$/, "").trim();
    const boxes = "[role=combobox], [role=textbox], .select2-search__field";
    for (const box of container.querySelectorAll(boxes)) box.setAttribute("aria-label", name);
    // A button inside the list that is no entry of it; each entry can be taken out by itself.
    for (const button of container.querySelectorAll("ul > .select2-selection__clear")) button.remove();
  }
}
// A row that is added gets its number in every id, and only there.
function nameRow(event) {
  const heading = event.target.querySelector("h3[id]");
  if (heading) event.target.setAttribute("aria-labelledby", heading.id);
}
document.addEventListener("formset:added", nameRow);
// The boxes come when Django's own script has run, and with every row that is added.
new MutationObserver(nameBoxes).observe(document.body, { childList: true, subtree: true });
nameBoxes();
