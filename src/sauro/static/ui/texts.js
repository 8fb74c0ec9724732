/* The sentences that scripts show. They come from the page (ui/frame/texts.html), in its language. */

const texts = document.getElementById("ui-texts").dataset;

export const text = (name) => texts[name];
