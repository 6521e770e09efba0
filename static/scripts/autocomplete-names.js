// The admin's search fields replace a labelled select by boxes without a name; give them its name.
function nameBoxes() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    const container = select.nextElementSibling;
    if (!label || !container) continue;
    const name = label.textContent.replace(/:\s*$/, "").trim();
    const boxes = "[role=combobox], [role=textbox], .select2-search__field";
    for (const box of container.querySelectorAll(boxes)) box.setAttribute("aria-label", name);
  }
}
window.addEventListener("load", nameBoxes);
document.addEventListener("formset:added", () => setTimeout(nameBoxes));
