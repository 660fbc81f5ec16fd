// Shows the buttons that only a script can answer.
const said = document.getElementById('copied');
for (const button of document.querySelectorAll('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    // Without TLS a browser has no clipboard for scripts; the text is selected, and the keyboard copies it.
    await navigator.clipboard?.writeText(field.value);
    button.after(said); // said where it was pressed
    said.textContent = navigator.clipboard ? `${said.dataset.said}${field.labels[0].textContent}` : '';
  });
}
