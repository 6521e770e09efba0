"""What a page owes to people who read it their own way: by keys, enlarged, spaced, on paper."""

from playwright.sync_api import Page

# WCAG 2.2, 1.4.12: the least distances that readers may set themselves.
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
"""
TWICE = "html { font-size: 200% !important; }"

# What is wider or higher than a box that hides what does not fit. The name of the page itself
# may end in "…", for the heading says it; a box of a pixel is text for screen readers.
CUT = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const page = document.documentElement;
  const hides = value => value === "hidden" || value === "clip";
  const troubles = [];
  const wide = page.scrollWidth - page.clientWidth;
  if (wide > 0) {
    const far = [...document.body.querySelectorAll("*")].filter(element => {
      const box = element.getBoundingClientRect();
      return element.checkVisibility({contentVisibilityAuto: true}) &&
             (box.right > page.clientWidth + 1 || box.left < -1);
    });
    troubles.push(`scrolls ${wide} px sideways: ` +
                  far.slice(0, 3).map(element => element.outerHTML.slice(0, 120)).join(" "));
  }
  for (const element of document.body.querySelectorAll("*")) {
    const over = element.scrollWidth > element.clientWidth + 1 ||
                 element.scrollHeight > element.clientHeight + 1;
    if (!over || element.clientWidth <= 1 || element.clientHeight <= 1) continue;
    if (!element.textContent.trim()) continue;
    if (element.closest("svg, select, iframe, [aria-current]")) continue;
    const style = getComputedStyle(element);
    const cut = hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1 ||
                hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (cut && element.checkVisibility({visibilityProperty: true}))
      troubles.push(`cuts its text: ${element.outerHTML.slice(0, 160)}`);
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet);
  return troubles;
}"""

# Notes what has the focus whenever the Tab key goes down, before the focus moves on.
LISTEN = """() => {
  document.activeElement?.blur();
  const controls = [...document.querySelectorAll(
    "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex]"
  )];
  // Without them, what is read at a key is what is seen.
  const still = new CSSStyleSheet();
  still.replaceSync("* { transition: none !important; scroll-behavior: auto !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  const frame = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return [style.outlineStyle === "none" ? "" : style.outlineWidth + style.outlineColor,
            style.borderTopColor, style.borderBottomColor, style.borderTopWidth].join();
  };
  const look = element => {
    const parts = [];
    for (let at = element, step = 0; at && step < 4; at = at.parentElement, step++) {
      for (const pseudo of [null, "::before", "::after"]) parts.push(frame(at, pseudo));
      if (at.matches("body")) break;
    }
    const label = element.labels && element.labels[0];
    if (label) parts.push(frame(label), frame(label, "::before"), frame(label, "::after"));
    const shape = element.querySelector("path");
    if (shape) parts.push(getComputedStyle(shape).strokeWidth);
    return parts.join("|");
  };
  const tell = element => element.outerHTML.replace(/\\s+/g, " ").slice(0, 140);
  const seen = element => {
    const box = element.getBoundingClientRect();
    // Clipped away: a select whose place a box for searching has taken.
    return box.width > 1 && box.height > 1 && getComputedStyle(element).clip === "auto" &&
           element.checkVisibility({visibilityProperty: true, opacityProperty: false});
  };
  const group = input => `${input.form && [...document.forms].indexOf(input.form)}/${input.name}`;
  const wanted = controls.filter(
    element => seen(element) && !element.matches(":disabled, [type=hidden]") &&
               !element.closest("[inert]") && !element.matches("iframe")
  );
  const same = (element, other) =>
    other === element ||
    element.type === "radio" && other.type === "radio" && group(element) === group(other) ||
    element.href && other.href === element.href;
  const before = new Map(controls.map(element => [element, look(element)]));
  const stops = [];
  const note = () => {
    const element = document.activeElement;
    if (!element || element === document.body || stops.includes(element)) return;
    stops.push(element);
    if (element.matches("iframe")) return;
    if (before.get(element) === look(element)) troubles.push(`shows no focus: ${tell(element)}`);
    const box = [...element.getClientRects()].find(rect => rect.width && rect.height) ||
                element.getBoundingClientRect();
    const points = [box.top + 3, box.top + box.height / 2, box.bottom - 3].flatMap(
      y => [0.1, 0.5, 0.9].map(across => [box.left + box.width * across, y])
    );
    const free = points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (element.contains(hit) || hit.contains(element) ||
                     hit.closest("label")?.control === element);
    });
    if (!free) troubles.push(`is covered while it has the focus: ${tell(element)}`);
  };
  const troubles = wanted.filter(element => element.tabIndex > 0).map(
    element => `has a place of its own in the order: ${tell(element)}`
  );
  document.addEventListener("keydown", event => event.key === "Tab" && note(), true);
  window.walked = () => {
    const order = stops.map(element => controls.indexOf(element)).filter(place => place >= 0);
    // The walk starts where the page put the focus, such as at its list of errors.
    const back = order.filter((place, step) => step && place < order[step - 1]).slice(1);
    return [
      ...troubles,
      ...back.map(place => `comes after what follows it: ${tell(controls[place])}`),
      ...wanted.filter(
        element => element.tabIndex >= 0 || element.matches("a, button, input, select, textarea")
      ).filter(
        element => !stops.some(stop => same(element, stop))
      ).map(element => `is not reached by the Tab key: ${tell(element)}`),
    ];
  };
  // A day has a stop for each part and one for its calendar, a frame those of its own page.
  const parts = document.querySelectorAll("[type=date], [type=time], [type=datetime-local]");
  const frames = document.querySelectorAll("iframe");
  return wanted.length + 8 * parts.length + 20 * frames.length;
}"""

# What a form that was refused must tell (WCAG 3.3.1, 3.3.3), and that every tie has its end.
TOLD = """() => {
  const tell = element => element.outerHTML.replace(/\\s+/g, " ").slice(0, 140);
  const ends = ids => ids.trim().split(/\\s+/).map(id => document.getElementById(id));
  const troubles = [];
  for (const name of ["aria-describedby", "aria-labelledby"])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (!ends(element.getAttribute(name)).every(Boolean))
        troubles.push(`is tied to what is not there: ${tell(element)}`);
  for (const link of document.querySelectorAll("a[href^='#']"))
    if (link.hash.length > 1 && !document.getElementById(decodeURIComponent(link.hash.slice(1))))
      troubles.push(`leads nowhere: ${tell(link)}`);
  const summary = document.querySelector(".error-summary");
  for (const field of document.querySelectorAll("[aria-invalid=true]")) {
    if (!(field.getAttribute("aria-describedby") || "").includes("_error"))
      troubles.push(`does not say what is wrong: ${tell(field)}`);
    if (summary && !summary.querySelector(`a[href="#${field.id}"]`))
      troubles.push(`is not in the list of errors: ${tell(field)}`);
  }
  return troubles;
}"""

# Empties the first form that asks for something, but for an address that is none.
SPOIL = """() => {
  const asks = "input:is([type=text], [type=email], [type=url], [type=tel]), textarea";
  const button = form => {
    const buttons = [...form.querySelectorAll("button")];
    return buttons.length === 1 ? buttons[0] : buttons.find(one => !one.name);
  };
  const form = [...document.querySelectorAll("main form")].find(
    form => form.method === "post" && button(form) &&
            form.querySelector(`:is(${asks})[required]`)
  );
  if (!form) return false;
  form.noValidate = true;
  for (const field of form.querySelectorAll(asks))
    if (field.checkVisibility()) field.value = field.type === "email" ? "keine Adresse" : "";
  window.send = () => form.requestSubmit(button(form));
  return true;
}"""


def cut_text(page: Page) -> list[str]:
    """What gets lost when a reader sets wider distances or text of twice the size."""
    found = [f"with wide distances {trouble}" for trouble in page.evaluate(CUT, SPACING)]
    if page.viewport_size["width"] >= 640:  # noqa: PLR2004 - twice 320 px, as 1.4.10 has it
        found += [f"with large text {trouble}" for trouble in page.evaluate(CUT, TWICE)]
    return found


def walk(page: Page) -> list[str]:
    """What is wrong on the way through the page with the Tab key, once around.

    Every control that the mouse reaches is reached in the order of the page, shows that it has
    the focus, is not covered then (2.4.11), and lets go of it.
    """
    for _step in range(page.evaluate(LISTEN) + 3):
        page.keyboard.press("Tab")
    return page.evaluate("walked()")


def told_errors(page: Page) -> list[str]:
    """Fields that are wrong and do not say so, and ties to what is not there."""
    return page.evaluate(TOLD)


def send_wrong(page: Page) -> list[str]:
    """What the page's form, sent without what it asks for, fails to tell or to keep."""
    if not page.evaluate(SPOIL):
        return []
    with page.expect_navigation():
        page.evaluate("send()")
    summary = page.locator(".error-summary, .errornote, .errorlist, .messagelist")
    if not summary.count():
        return [f"says nothing about a form without what it asks for: {page.title()}"]
    kept = page.locator("input[type=email]:visible").all()
    return told_errors(page) + [
        f"forgets what was typed: {field.get_attribute('name')}"
        for field in kept
        if field.input_value() != "keine Adresse"
    ]
