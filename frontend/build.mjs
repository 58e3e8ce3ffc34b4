// Builds styles and scripts: node frontend/build.mjs OUT NHS_TEMPLATES
// The same sources give the same bytes: nothing here reads a clock or the machine's name.

import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build as bundle } from "esbuild";
import { transform as minify } from "lightningcss";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";
import * as sass from "sass";

import { logical } from "./logical.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const [out, nhsTemplates] = process.argv.slice(2);

// What the purge reads: the templates that extend layouts/woman.jinja and what these include, our form fields, and the
// NHS templates and scripts that women's pages use. Other pages have the whole stylesheet.
const PARTS = "character-count checkboxes error-message error-summary fieldset hint input label legend radios select textarea";
const OURS = "components/header components/help components/journey components/keeping components/languages components/mark components/notices components/patience components/pictures layouts/bare layouts/page layouts/woman web/feedback/*";
const SCRIPTS = "character-count checkboxes radios";
const WOMEN_SEE = [
  ...OURS.split(" ").map((name) => `${root}/templates/${name}.jinja`),
  `${root}/templates/components/gallery/{question,receipt}.jinja`,
  `${root}/frontend/js/{,woman/,offline/}*.mjs`,
  `${root}/surveys/web/{feedback,journey,nhs_forms}/**/*.py`,
  ...PARTS.split(" ").map((name) => `${nhsTemplates}/nhsuk/components/${name}/template.jinja`),
  ...SCRIPTS.split(" ").map((name) => `${root}/node_modules/nhsuk-frontend/dist/nhsuk/components/${name}/${name}.mjs`),
];
// The first page of a telling, as it stands before anything is wrong on it. What it does not show comes with the second.
const FIRST = "components/header components/help components/keeping components/languages components/mark components/pictures layouts/bare layouts/page layouts/woman web/feedback/foot web/feedback/loss_welcome web/feedback/question web/feedback/step";
const FIRST_PARTS = "checkboxes fieldset hint label legend radios";
const FIRST_SEES = [
  ...FIRST.split(" ").map((name) => `${root}/templates/${name}.jinja`),
  ...FIRST_PARTS.split(" ").map((name) => `${nhsTemplates}/nhsuk/components/${name}/template.jinja`),
  ...["checkboxes", "radios"].map((name) => `${root}/node_modules/nhsuk-frontend/dist/nhsuk/components/${name}/${name}.mjs`),
  `${root}/surveys/web/nhs_forms/*.py`,
  // What components/journey.jinja gives it, and the kinds of components/keeping.jinja.
  { raw: "mv-progress mv-goon nhsuk-button-group mv-banner--attention mv-banner--done mv-banner--info", extension: "txt" },
];
// Classes that templates or scripts put together from pieces.
const ON_EVERY_PAGE = ["js-enabled", "nhsuk-frontend-supported", /^nhsuk-(label|fieldset__legend)--[sml]$/];
const KEPT = [...ON_EVERY_PAGE, /^nhsuk-input--width-/, /^mv-timeline__step--/];

// Kinds of these parts that NHS templates name and no page of hers uses.
const UNUSED = [/^nhsuk-(radios|checkboxes)--(small|inline)$/, /^nhsuk-(radios|checkboxes)__divider$/, /^nhsuk-input-wrapper/, /^nhsuk-(label|fieldset__legend)--xl$/];

const compile = (name) =>
  sass.compile(`${here}/scss/${name}.scss`, { loadPaths: [`${root}/node_modules`, `${here}/scss`], quietDeps: true }).css;

const purge = (seen, kept) => async (css) => {
  const [{ css: purged }] = await new PurgeCSS().purge({
    // The page's direction comes from a function, so no template names "rtl".
    content: [...seen, { raw: "rtl", extension: "txt" }],
    css: [{ raw: css }],
    safelist: { standard: kept },
    blocklist: UNUSED,
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  });
  return purged;
};

/** Nobody prints the first page. */
const forScreens = (css) => {
  const sheet = postcss.parse(css);
  sheet.walkAtRules("media", (rule) => rule.params === "print" && rule.remove());
  return sheet.toString();
};

const style = async (name, steps = [], source = name) => {
  let css = compile(source);
  for (const step of steps) css = await step(css);
  css = postcss([logical()]).process(css, { from: undefined }).css;
  const { code } = minify({ filename: `${name}.css`, code: Buffer.from(css), minify: true });
  await writeFile(path.join(out, `${name}.css`), code);
};

// The page without a signal loads woman.js too, and its script takes from there what both need.
const woman = {
  name: "woman",
  setup: (build) => build.onResolve({ filter: /\/woman\.mjs$/ }, ({ kind }) => (kind === "entry-point" ? null : { path: "./woman.js", external: true })),
};

const script = (name, format = "esm") =>
  bundle({
    entryPoints: [`${here}/js/${name}.mjs`],
    bundle: true,
    format,
    minify: true,
    target: "es2020",
    legalComments: "none",
    plugins: [woman],
    outfile: path.join(out, `${name}.js`),
  });

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await style("woman", [purge(WOMEN_SEE, KEPT)]);
await style("first", [purge(FIRST_SEES, ON_EVERY_PAGE), forScreens], "woman");
await style("desk");
await style("card");
await style("kiosk");
await script("woman");
await script("desk");
await script("offline");
// Not every browser takes a module as a worker.
await script("worker", "iife");
await script("kiosk");
await copyFile(`${here}/mark.svg`, path.join(out, "mark.svg"));
