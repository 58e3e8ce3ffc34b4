// The last look: every question with her answer, as the sheets themselves word it.

const text = (element) => element?.textContent.trim() ?? "";

const labelOf = (control) => text(control.closest("div").querySelector("label") ?? control.closest(".nhsuk-form-group").querySelector("label"));

const questionOf = (control) => text(control.closest("fieldset")?.querySelector("legend")) || labelOf(control);

const answers = (controls, values) => {
  const [first] = controls;
  if (first.matches("select")) return values.map((value) => text([...first.options].find((option) => option.value === value)));
  if (!/radio|checkbox/.test(first.type)) return values;
  return controls.filter(({ value }) => values.includes(value)).map(labelOf);
};

export const lookBack = (place, sheets, fields) => {
  const controlsOf = (name) => sheets.flatMap(({ content }) => [...content.querySelectorAll(`[name="${name}"]`)]);
  const said = (name, isOneOfMany) => {
    const controls = controlsOf(name);
    const found = answers(controls, fields.filter((pair) => pair[0] === name).map(([, value]) => value)).join("\n");
    return found && isOneOfMany ? `${questionOf(controls[0])} ${found}` : found;
  };
  for (const answer of place.querySelectorAll("[data-answers]")) {
    const names = answer.dataset.answers.split(",");
    const lines = names.map((name) => said(name, names.length > 1)).filter(Boolean);
    answer.textContent = lines.join("\n") || answer.dataset.nothing;
  }
};
