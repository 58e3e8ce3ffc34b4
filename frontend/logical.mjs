// Turns left and right into start and end, so that one stylesheet serves pages in both directions.
// Floats and transforms stay: the few that matter are mirrored by hand in the styles.

const names = new Map(
  ["margin", "padding", "border"].flatMap((name) => [
    [`${name}-left`, `${name}-inline-start`],
    [`${name}-right`, `${name}-inline-end`],
  ]),
);
names.set("left", "inset-inline-start").set("right", "inset-inline-end");
for (const part of ["width", "color", "style"]) {
  names.set(`border-left-${part}`, `border-inline-start-${part}`);
  names.set(`border-right-${part}`, `border-inline-end-${part}`);
}
const corners = { "top-left": "start-start", "top-right": "start-end", "bottom-left": "end-start", "bottom-right": "end-end" };
for (const [corner, logical] of Object.entries(corners)) {
  names.set(`border-${corner}-radius`, `border-${logical}-radius`);
}
const alignments = { left: "start", right: "end" };

const splitSides = (declaration) => {
  const sides = declaration.value.match(/(?:[^\s(]+|\([^)]*\))+/g) ?? [];
  if (sides.length !== 4 || sides[1] === sides[3]) return;
  const [top, right, bottom, left] = sides;
  declaration.cloneBefore({ prop: `${declaration.prop}-block`, value: `${top} ${bottom}` });
  declaration.cloneBefore({ prop: `${declaration.prop}-inline`, value: `${left} ${right}` });
  declaration.remove();
};

/** A PostCSS plugin. */
export const logical = () => ({
  postcssPlugin: "logical",
  Once(root) {
    root.walkDecls((declaration) => {
      if (declaration.prop === "margin" || declaration.prop === "padding") splitSides(declaration);
      else if (declaration.prop === "text-align") declaration.value = alignments[declaration.value] ?? declaration.value;
      else declaration.prop = names.get(declaration.prop) ?? declaration.prop;
    });
  },
});
logical.postcss = true;
