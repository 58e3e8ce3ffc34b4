// The list of what is hidden: one row with a box for each stretch, as the form sends it.

const CODE = /^(\d+)-(\d+)-(\w+)$/;

/** The list in a form: its stretches, a new one, and one taken away. `changed` is called after each change. */
export const listOf = (part, changed) => {
  const rows = part.querySelector("[data-hide-rows]");
  const reason = part.querySelector("[data-why-not]");

  const stretches = () => Array.from(rows.querySelectorAll("[name=hide]"), (box) => {
    const [, start, end, kind] = CODE.exec(box.value);
    return { start: Number(start), end: Number(end), kind, box, row: box.closest("[data-hide-row]") };
  });
  const hidden = () => stretches().filter((one) => one.box.checked);
  const covered = (one) => hidden().some((other) => other.start <= one.start && one.end <= other.end);

  const settle = () => {
    part.querySelector("[data-hide-none]").hidden = Boolean(rows.children.length);
    if (reason) reason.hidden = stretches().every((one) => !("suggested" in one.row.dataset) || covered(one));
    changed();
  };

  const add = (start, end, words) => {
    const known = stretches().find((one) => one.start === start && one.end === end);
    if (known) known.box.checked = true;
    else rows.append(rowFor(part, start, end, words));
    settle();
  };

  // What was suggested stays on the list, unticked; what was added goes.
  const remove = ({ box, row }) => {
    if ("suggested" in row.dataset) box.checked = false;
    else row.remove();
    settle();
  };

  rows.addEventListener("change", settle);
  return { hidden, add, remove, settle };
};

const rowFor = (part, start, end, words) => {
  const row = part.querySelector("[data-hide-new]").content.firstElementChild.cloneNode(true);
  const code = `${start}-${end}-name`;
  for (const element of row.querySelectorAll("[id], [for], [name]")) {
    for (const name of ["id", "for", "name"]) {
      if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).replace("0-0-name", code));
    }
  }
  row.querySelector("[name=hide]").value = code;
  for (const label of row.querySelectorAll("label")) label.textContent = label.textContent.replace("•", words);
  return row;
};
