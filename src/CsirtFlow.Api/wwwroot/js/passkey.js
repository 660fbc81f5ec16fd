// Asks the device for a passkey and sends what it says with the form. Without scripts, or where no passkey can be, the button stays hidden.
for (const form of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) break;
  form.hidden = false;
  document.getElementById('no-passkey')?.remove();
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      const answer = await fetch(form.dataset.passkey, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      const options = await answer.json();
      const credential = form.dataset.register === undefined
        ? await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
        : await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
      form.elements.Credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      form.querySelector('[role=status]').textContent = form.dataset.failed;
    }
  });
}
