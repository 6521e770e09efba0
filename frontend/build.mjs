// Makes static/build/ out of the packages and frontend/css: one sheet per writing direction, and fonts.
import { bundle, transform } from "lightningcss";
import { PurgeCSS } from "purgecss";
import rtlcss from "rtlcss";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TARGET = "static/build";
const DRAFT = "static/.build.new";
const SOURCES = ["templates", "organisations", "events", "dialogues", "funding", "kme_portal", "frontend/safelist.txt"];
const LATIN = "node_modules/@fontsource/fira-sans";
const ARABIC = "node_modules/@fontsource/noto-sans-arabic";

// Every face bears one family name: the browser fetches the file that has the letters it must show.
const FACES = [
  { from: LATIN, name: "fira-sans-latin", subset: "latin", file: 400, weight: "400" },
  { from: LATIN, name: "fira-sans-latin", subset: "latin", file: 600, weight: "600 700" },
  { from: LATIN, name: "fira-sans-latin-ext", subset: "latin-ext", file: 400, weight: "400" },
  { from: LATIN, name: "fira-sans-latin-ext", subset: "latin-ext", file: 600, weight: "600 700" },
  { from: ARABIC, name: "noto-sans-arabic-arabic", subset: "arabic", file: 400, weight: "400" },
  { from: ARABIC, name: "noto-sans-arabic-arabic", subset: "arabic", file: 700, weight: "600 700" },
];

function fontFaces() {
  mkdirSync(join(DRAFT, "fonts"), { recursive: true });
  return FACES.map(({ from, name, subset, file, weight }) => {
    cpSync(`${from}/files/${name}-${file}-normal.woff2`, `${DRAFT}/fonts/${name}-${file}.woff2`);
    const ranges = JSON.parse(readFileSync(`${from}/unicode.json`, "utf8"));
    return `@font-face{font-family:"Fira Sans";font-style:normal;font-weight:${weight};font-display:swap;` +
      `src:url("fonts/${name}-${file}.woff2") format("woff2");unicode-range:${ranges[subset]}}`;
  }).join("\n");
}

function textsThatNameClasses() {
  const texts = [];
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) walk(child);
      else if (/\.(html|py|txt|svg|js)$/.test(entry.name)) texts.push(readFileSync(child, "utf8"));
    }
  };
  for (const source of SOURCES) {
    if (!existsSync(source)) continue;
    if (source.endsWith(".txt")) texts.push(readFileSync(source, "utf8"));
    else walk(source);
  }
  return texts;
}

// "kern-badge--{{ tone }}" keeps every class that begins with kern-badge--.
function beginnings(texts) {
  const found = new Set();
  for (const text of texts)
    for (const [, beginning] of text.matchAll(/([a-z][\w-]*-)(?=\{[{%]|\{\w|%\()/g)) found.add(beginning);
  return [...found];
}

async function usedPartOf(css, texts) {
  const [result] = await new PurgeCSS().purge({
    content: texts.map((raw) => ({ raw, extension: "html" })),
    css: [{ raw: css }],
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    safelist: { standard: beginnings(texts).map((beginning) => new RegExp(`^${beginning}`)) },
    fontFace: false,
    keyframes: true,
  });
  return result.css;
}

const minified = (name, css) =>
  transform({ filename: name, code: Buffer.from(css), minify: true }).code.toString();

function own(name) {
  const path = `frontend/css/${name}`;
  return existsSync(path) ? bundle({ filename: path, minify: false }).code.toString() : "";
}

rmSync(DRAFT, { recursive: true, force: true });
mkdirSync(DRAFT, { recursive: true });
const texts = textsThatNameClasses();
const kern = await usedPartOf(readFileSync("node_modules/@kern-ux/native/dist/kern.min.css", "utf8"), texts);
const faces = fontFaces();
// Our own sheets use logical properties, so KERN alone is mirrored.
const sheets = {
  "portal.css": [faces, kern, own("portal.css")],
  "portal.rtl.css": [faces, rtlcss.process(kern), own("portal.css")],
  "admin.css": [faces, own("admin.css")],
};
for (const [name, parts] of Object.entries(sheets)) {
  const css = minified(name, parts.join("\n"));
  writeFileSync(join(DRAFT, name), css);
  console.log(`${name} ${(css.length / 1024).toFixed(1)} kB`);
}
rmSync(TARGET, { recursive: true, force: true });
renameSync(DRAFT, TARGET);
