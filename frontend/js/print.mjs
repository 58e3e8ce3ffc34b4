// A button marked data-print prints the page. Without script it is not shown (see .mv-print).

export const printOnDemand = () => {
  for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
};
