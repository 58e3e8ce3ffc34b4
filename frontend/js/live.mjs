// <div id="..." data-live="2"> shows how far long work is: every 2 seconds it is fetched again. When the fetched page
// has it no more, the whole page is shown anew; where it is there without data-live, the work is done and this part is
// shown. Without script, a link on the page does it.

const again = async (part) => {
  // Whoever stands inside it with the keyboard is not thrown out.
  if (part.contains(document.activeElement)) return wait(part);
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(part.id);
  if (!fresh) return location.reload();
  part.replaceChildren(...fresh.childNodes);
  return fresh.matches("[data-live]") && wait(part);
};

const wait = (part) => setTimeout(() => again(part).catch(() => wait(part)), part.dataset.live * 1000);

export const keepUpToDate = () => document.querySelectorAll("[data-live]").forEach(wait);
