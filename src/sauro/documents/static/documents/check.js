// The buttons that give a file back send the form as the browser does: a download cannot be swapped into the page.
const form = document.querySelector(".check-form");

form?.addEventListener("htmx:confirm", (event) => {
  const pressed = event.detail.triggeringEvent?.submitter;
  if (pressed?.hasAttribute("data-plain")) {
    event.preventDefault();
    sendPlainly(pressed);
  }
});

function sendPlainly(button) {
  const wanted = document.createElement("input");
  wanted.type = "hidden";
  wanted.name = button.name;
  wanted.value = button.value;
  form.append(wanted);
  form.submit();
  wanted.remove();
}
